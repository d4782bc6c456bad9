public import Foundation

/// An event of one endpoint, as Polar keeps it.
public struct PolarWebhookEvent: Hashable, Sendable, Decodable {
    private enum CodingKeys: String, CodingKey {
        case id, type, payload, succeeded
        case createdAt = "created_at"
        case isArchived = "is_archived"
        case isSkipped = "skipped"
        case lastHTTPCode = "last_http_code"
        case apiVersion = "api_version"
    }

    /// The `webhook-id`.
    public let id: String

    /// When it was made.
    public let createdAt: Date

    /// The event type.
    public let type: String

    /// The body whose UTF-8 bytes are signed; nil once Polar has removed it, which it does after 90 days.
    public let payload: String?

    /// Whether the payload is gone.
    public let isArchived: Bool

    /// Whether it has arrived or has failed for good; nil while attempts are left.
    public let succeeded: Bool?

    /// Whether it was given up because the endpoint was disabled.
    public let isSkipped: Bool

    /// The status of the last answer; nil where nobody answered.
    public let lastHTTPCode: Int?

    /// The version of the payload; nil where Polar does not say.
    public let apiVersion: String?
}
