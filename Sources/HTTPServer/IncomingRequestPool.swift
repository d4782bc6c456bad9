/// Empty input buffers of a loop: idle connections have none.
struct InputPool {
    /// How many buffers are kept, 1 MiB in all.
    private static let limit = 64

    private var buffers: [InputBuffer] = []

    mutating func take() -> InputBuffer {
        buffers.popLast() ?? InputBuffer()
    }

    /// Keeps a buffer of standard size for the next connection.
    mutating func giveBack(_ buffer: InputBuffer) {
        guard buffer.capacity == InputBuffer.standardCapacity, buffers.count < Self.limit else { return }
        buffer.clear()
        buffers.append(buffer)
    }
}
