public import Foundation

/// A message in the inbox, without its body.
public struct StoredMessage: Hashable, Sendable {
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

    /// What the event is about, such as `customer:<id>`.
    public let subject: String?

    /// The received headers that were kept.
    public let headers: [MessageHeader]

    /// When it arrived.
    public let receivedAt: Date

    /// The size of the body in bytes.
    public let bodySize: Int

    /// Whether body and headers were taken away, because nobody needs them any more.
    public let isPruned: Bool

    /// Makes a message.
    public init(
        endpoint: String,
        webhookID: String,
        type: String?,
        timestamp: Date?,
        apiVersion: String?,
        subject: String?,
        headers: [MessageHeader],
        receivedAt: Date,
        bodySize: Int,
        isPruned: Bool = false
    ) {
        self.endpoint = endpoint
        self.webhookID = webhookID
        self.type = type
        self.timestamp = timestamp
        self.apiVersion = apiVersion
        self.subject = subject
        self.headers = headers
        self.receivedAt = receivedAt
        self.bodySize = bodySize
        self.isPruned = isPruned
    }
}
