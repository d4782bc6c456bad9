public import EventStore

extension Receiver {
    /// Stores a message that was asked for at Polar's API and delivers it, unless the inbox has it already.
    ///
    /// - Returns: nil when the receiver has no such endpoint.
    /// - Throws: ``StoreError``.
    public func recover(_ message: RecoveredMessage) async throws(StoreError) -> AppendOutcome? {
        guard let route = routes.first(where: { $0.name == message.endpoint }) else { return nil }
        return try await route.recover(message)
    }
}
