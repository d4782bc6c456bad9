public import Foundation

/// One attempt of Polar's to deliver an event.
public struct PolarDelivery: Hashable, Sendable, Decodable {
    private enum CodingKeys: String, CodingKey {
        case id, succeeded, response
        case createdAt = "created_at"
        case httpCode = "http_code"
        case event = "webhook_event"
    }

    /// Its id.
    public let id: String

    /// When it was made.
    public let createdAt: Date

    /// Whether the answer was a 2xx.
    public let succeeded: Bool

    /// The status of the answer; nil where nobody answered.
    public let httpCode: Int?

    /// The beginning of the answer, or what went wrong.
    public let response: String?

    /// The event, as it is now.
    public let event: PolarWebhookEvent
}
