public import Foundation

/// A message's content: the envelope, and the payload as typed as this build knows it.
public struct WebhookEvent: Sendable {
    /// What an event carries.
    @nonexhaustive public enum Payload: Sendable {
        /// The `data` of an event, or the whole document where it has no `data`.
        case unknown(JSONValue)

        /// The body is not what its type promises, or no JSON at all; the bytes are in ``WebhookEvent/body``.
        case undecodable(DecodingFailure)
    }

    /// The `webhook-id`: equal for every retry and redelivery, different for each endpoint.
    public let id: String

    /// The event type; nil where the body names none, as in Polar's Discord and Slack formats.
    public let type: EventType?

    /// When Polar created the event: the same in every retry and redelivery.
    public let timestamp: Date?

    /// The version of the payload, such as `2026-10`; nil in events from before September 2026.
    public let apiVersion: String?

    /// What the event carries.
    public let payload: Payload

    /// The body exactly as signed and received.
    public let body: [UInt8]

    /// Decodes a body; it never fails, see ``Payload/undecodable(_:)``.
    public init(id: String, body: [UInt8]) {
        let envelope = Envelope.scan(body.span.bytes)
        self.id = id
        self.body = body
        type = envelope.type.map(EventType.init(rawValue:))
        timestamp = envelope.timestamp
        apiVersion = envelope.apiVersion
        payload = Self.payload(of: body, envelope)
    }

    private static func payload(of body: [UInt8], _ envelope: Envelope) -> Payload {
        if let failure = envelope.failure { return .undecodable(failure) }
        do throws(DecodingFailure) {
            let bytes = body.span.bytes
            return .unknown(try JSONValue(parsing: bytes.extracting(envelope.data ?? 0..<bytes.byteCount)))
        } catch {
            return .undecodable(error)
        }
    }
}
