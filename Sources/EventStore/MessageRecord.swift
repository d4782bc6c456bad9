public import Foundation

/// A stored message with its deliveries, for listings.
public struct MessageRecord: Hashable, Sendable {
    /// The state of the message's delivery to one handler.
    public struct Delivery: Hashable, Sendable {
        /// The handler.
        public let handler: HandlerID

        /// Where it stands.
        public let state: DeliveryState

        /// The number of attempts so far.
        public let attempt: Int

        /// When the next attempt is due, for a pending one.
        public let nextAttemptAt: Date?

        /// Why the last attempt failed.
        public let lastError: String?

        /// Makes a delivery's state.
        public init(handler: HandlerID, state: DeliveryState, attempt: Int, nextAttemptAt: Date?, lastError: String?) {
            self.handler = handler
            self.state = state
            self.attempt = attempt
            self.nextAttemptAt = nextAttemptAt
            self.lastError = lastError
        }
    }

    /// The message as it was appended; `handlers` are those that have a delivery.
    public let message: NewMessage

    /// One per handler, in the order of the handlers.
    public let deliveries: [Delivery]

    /// Makes a record.
    public init(message: NewMessage, deliveries: [Delivery]) {
        self.message = message
        self.deliveries = deliveries
    }
}
