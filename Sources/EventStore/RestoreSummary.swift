/// What an inbox took over from another one.
public struct RestoreSummary: Hashable, Sendable {
    /// The number of messages that were stored.
    public let stored: Int

    /// The handlers that have something to run now.
    public let handlers: Set<HandlerID>

    /// Makes a summary.
    public init(stored: Int, handlers: Set<HandlerID>) {
        self.stored = stored
        self.handlers = handlers
    }
}
