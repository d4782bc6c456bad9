public import Foundation

/// A webhook endpoint in Polar: where it sends which events.
public struct PolarEndpoint: Hashable, Sendable, Decodable {
    private enum CodingKeys: String, CodingKey {
        case id, url, name, format, secret, events
        case createdAt = "created_at"
        case modifiedAt = "modified_at"
        case organizationID = "organization_id"
        case isEnabled = "enabled"
        case apiVersion = "api_version"
        case usesStandardWebhookSignature = "uses_standard_webhook_signature"
    }

    /// Its id.
    public let id: String

    /// When it was made.
    public let createdAt: Date

    /// When it was changed last.
    public let modifiedAt: Date?

    /// Where its events are sent.
    public let url: String

    /// What people call it.
    public let name: String?

    /// `raw`, `discord` or `slack`.
    public let format: String

    /// What its messages are signed with.
    public let secret: EndpointSecret

    /// Whose endpoint it is.
    public let organizationID: String

    /// The event types that are sent.
    public let events: [String]

    /// Whether anything is sent.
    public let isEnabled: Bool

    /// The version of the payloads; nil where Polar does not say.
    public let apiVersion: String?

    /// Whether the key is the decoded part of the secret, as Standard Webhooks has it, or else the secret's text.
    public let usesStandardWebhookSignature: Bool?
}
