import HTTPWire

/// The bytes that a client has sent and nobody has used up, and how far they have been read.
///
/// It comes from a loop's pool and goes back there when it is empty, so that an idle connection costs next to nothing.
final class IncomingRequest {
    let input = InputBuffer()
    private(set) var reader: RequestReader

    init(limits: HTTPLimits) {
        reader = RequestReader(limits: limits)
    }

    /// Reads on in the bytes.
    func read() throws(HTTPParseError) -> RequestReader.Progress {
        try reader.read(input)
    }

    /// Gives up the request that was read; what is left belongs to the next one.
    func finish(_ layout: RequestLayout) {
        input.consume(layout.length)
        reader.reset()
    }

    /// Gives everything up.
    func clear() {
        input.clear()
        reader.reset()
    }
}
