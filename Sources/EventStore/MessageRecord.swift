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

        /// The lane it runs in, nil for one that waits for nobody.
        public let lane: String?

        /// What the event is a snapshot of, nil where the handler did not ask.
        public let topic: String?

        /// How often it was replayed as a new one.
        public let generation: Int

        /// When it exceeded its time-out, for a running one that does not heed its cancellation.
        public let overdueSince: Date?

        /// Whether an earlier delivery of its lane is open, which it waits for.
        public let isBlocked: Bool

        /// Whether later deliveries of its lane passed it, because it failed for too long.
        public let isOvertaken: Bool

        /// Makes a delivery's state.
        public init(
            handler: HandlerID,
            state: DeliveryState,
            attempt: Int,
            nextAttemptAt: Date?,
            lastError: String?,
            lane: String? = nil,
            topic: String? = nil,
            generation: Int = 0,
            overdueSince: Date? = nil,
            isBlocked: Bool = false,
            isOvertaken: Bool = false
        ) {
            self.handler = handler
            self.state = state
            self.attempt = attempt
            self.nextAttemptAt = nextAttemptAt
            self.lastError = lastError
            self.lane = lane
            self.topic = topic
            self.generation = generation
            self.overdueSince = overdueSince
            self.isBlocked = isBlocked
            self.isOvertaken = isOvertaken
        }
    }

    /// The store's number of the message: messages that arrived later have higher ones.
    public let row: Int64

    /// The message as it was appended, but for the body.
    public let message: StoredMessage

    /// One per handler, in the order of the handlers.
    public let deliveries: [Delivery]

    /// Makes a record.
    public init(row: Int64, message: StoredMessage, deliveries: [Delivery]) {
        self.row = row
        self.message = message
        self.deliveries = deliveries
    }
}
