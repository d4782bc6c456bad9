import HTTPWire

/// The bytes that a client has sent and nobody has used up, and how far they have been read.
///
/// It comes from a loop's pool and goes back there when it is empty, so that an idle connection costs next to nothing.
final class IncomingRequest {
    let input: InputBuffer
    private(set) var reader: RequestReader

    init(limits: HTTPLimits, budget: InputBudget) {
        input = InputBuffer(budget: budget)
        reader = RequestReader(limits: limits)
    }

    /// Reads on in the bytes.
    func read() throws(HTTPParseError) -> RequestReader.Progress {
        try reader.read(input)
    }

    /// Reads the body from now on, up to `limit` bytes of it.
    func admitBody(limit: Int) throws(HTTPParseError) {
        try reader.admitBody(limit: limit)
    }

    /// Makes room for the missing bytes; false when the budget of all connections is used up.
    func makeRoom() -> Bool {
        !input.isFull || input.makeRoom(upTo: reader.longest)
    }

    /// Gives up the request that was read; what is left belongs to the next one.
    func finish(_ layout: RequestLayout) {
        input.consume(layout.length)
        input.shrink()
        reader.reset()
    }

    /// Gives everything up.
    func clear() {
        input.clear()
        reader.reset()
    }
}
