/// All that an inbox knows of one message, so that another inbox can take it over.
public struct ArchivedMessage: Hashable, Sendable {
    /// The message without its body.
    public let message: StoredMessage

    /// The body exactly as signed.
    public let body: [UInt8]

    /// One per handler.
    public let deliveries: [MessageRecord.Delivery]

    /// The failed runs of the deliveries, oldest first.
    public let attempts: [HandlerID: [AttemptRecord]]

    /// Makes a message.
    public init(
        message: StoredMessage,
        body: [UInt8],
        deliveries: [MessageRecord.Delivery],
        attempts: [HandlerID: [AttemptRecord]]
    ) {
        self.message = message
        self.body = body
        self.deliveries = deliveries
        self.attempts = attempts
    }
}
