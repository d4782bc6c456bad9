/// A message that did not come from Polar's sender, but was asked for at Polar's API.
public struct RecoveredMessage: Hashable, Sendable, Codable {
    private enum CodingKeys: String, CodingKey {
        case endpoint
        case webhookID = "webhook_id"
        case apiVersion = "api_version"
        case origin, body
    }

    /// The name of the receiver's endpoint that it is for.
    public let endpoint: String

    /// Its `webhook-id`; for a message that Polar never had, one that nothing else has.
    public let webhookID: String

    /// The version of the payload, where it is known.
    public let apiVersion: String?

    /// Where it comes from.
    public let origin: MessageOrigin

    /// The body, whose UTF-8 bytes are those that Polar signs.
    public let body: String

    /// Makes a message.
    public init(endpoint: String, webhookID: String, apiVersion: String?, origin: MessageOrigin, body: String) {
        self.endpoint = endpoint
        self.webhookID = webhookID
        self.apiVersion = apiVersion
        self.origin = origin
        self.body = body
    }
}
