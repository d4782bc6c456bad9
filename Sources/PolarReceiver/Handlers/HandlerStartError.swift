public import EventStore

/// A handler module could not start, so the receiver does not either.
public struct HandlerStartError: Error, Sendable, CustomStringConvertible {
    /// The module.
    public let handler: HandlerID

    /// What its hook threw.
    public let cause: any Error

    /// Makes an error.
    public init(handler: HandlerID, cause: any Error) {
        self.handler = handler
        self.cause = cause
    }

    /// One sentence for the operator.
    public var description: String { "The handler \(handler) cannot start: \(cause)" }
}
