public import Foundation

/// A verified message on its way into the inbox.
public struct NewMessage: Hashable, Sendable {
    /// The name of the endpoint it arrived at.
    public let endpoint: String

    /// The `webhook-id`; unique per endpoint.
    public let webhookID: String

    /// The event type, nil when the body names none.
    public let type: String?

    /// When the event happened, as the body says.
    public let timestamp: Date?

    /// The sender's API version.
    public let apiVersion: String?

    /// What the event is about, such as `customer:<id>`; deliveries with the same subject keep their order.
    public let subject: String?

    /// The received headers worth keeping.
    public let headers: [MessageHeader]

    /// The body exactly as signed.
    public let body: [UInt8]

    /// What tells equal bodies; a message with the same digest at another endpoint makes this one a duplicate.
    ///
    /// nil where endpoints have nothing to do with each other.
    public let digest: [UInt8]?

    /// When it arrived.
    public let receivedAt: Date

    /// The deliveries to make of it, at most one for each handler.
    public let deliveries: [NewDelivery]

    /// Makes a message.
    public init(
        endpoint: String,
        webhookID: String,
        type: String?,
        timestamp: Date?,
        apiVersion: String?,
        subject: String?,
        headers: [MessageHeader],
        body: [UInt8],
        digest: [UInt8]? = nil,
        receivedAt: Date,
        deliveries: [NewDelivery]
    ) {
        self.endpoint = endpoint
        self.webhookID = webhookID
        self.type = type
        self.timestamp = timestamp
        self.apiVersion = apiVersion
        self.subject = subject
        self.headers = headers
        self.body = body
        self.digest = digest
        self.receivedAt = receivedAt
        self.deliveries = deliveries
    }
}
