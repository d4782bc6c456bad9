public import Foundation

/// A delivery that its claimer runs now.
public struct ClaimedDelivery: Hashable, Sendable {
    /// The message as a handler needs it.
    public struct Message: Hashable, Sendable {
        /// The name of the endpoint it arrived at.
        public let endpoint: String

        /// The `webhook-id`.
        public let webhookID: String

        /// The event type, nil when the body names none.
        public let type: String?

        /// The received headers that were kept.
        public let headers: DeferredHeaders

        /// The body exactly as signed.
        public let body: [UInt8]

        /// When it arrived.
        public let receivedAt: Date

        /// Makes a message.
        public init(
            endpoint: String,
            webhookID: String,
            type: String?,
            headers: DeferredHeaders = DeferredHeaders(),
            body: [UInt8],
            receivedAt: Date
        ) {
            self.endpoint = endpoint
            self.webhookID = webhookID
            self.type = type
            self.headers = headers
            self.body = body
            self.receivedAt = receivedAt
        }
    }

    /// The store's key of the delivery.
    public let id: Int64

    /// The handler it is for.
    public let handler: HandlerID

    /// This run, counted from 1.
    public let attempt: Int

    /// How often it was replayed as a new one.
    public let generation: Int

    /// Whether a delivery of the same handler and topic with a later event has succeeded already.
    public let isStale: Bool

    /// Whether an earlier attempt exceeded the handler's time-out.
    public let isSlow: Bool

    /// What is delivered.
    public let message: Message

    /// Makes a claimed delivery.
    public init(
        id: Int64,
        handler: HandlerID,
        attempt: Int,
        generation: Int = 0,
        isStale: Bool = false,
        isSlow: Bool = false,
        message: Message
    ) {
        self.id = id
        self.handler = handler
        self.attempt = attempt
        self.generation = generation
        self.isStale = isStale
        self.isSlow = isSlow
        self.message = message
    }
}
