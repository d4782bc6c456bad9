/// The way of a request to a receiver, and of the answer back.
protocol Channel: Sendable {
    /// Sends a request and returns the answer.
    func answer(to request: [UInt8]) async throws -> HTTPAnswer

    /// Takes no more requests.
    func close() async
}

extension TestReceiver.Transport {
    /// Opens the way to a receiver.
    func open(to receiver: Receiver, patience: Duration) throws -> any Channel {
        switch self {
        case .memory: MemoryChannel(responder: receiver.responder)
        case .socket: try SocketChannel(responder: receiver.responder, patience: patience)
        }
    }
}
