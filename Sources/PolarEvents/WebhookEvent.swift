public import Foundation

/// A message's content: the envelope, and the payload as typed as this build knows it.
public struct WebhookEvent: Sendable {
    /// What an event carries, by the groups of Polar's documentation.
    @nonexhaustive public enum Payload: Equatable, Sendable {
        /// Customers and their members.
        case customer(CustomerEvent)

        /// Checkouts, subscriptions, orders, seats, refunds and benefit grants.
        case billing(BillingEvent)

        /// Benefits, products, discounts and the organization itself.
        case organization(OrganizationEvent)

        /// The `data` of an event of a type this version does not know, or the whole document where that has no `data`.
        case unknown(JSONValue)

        /// The body is not what its type promises, or no JSON at all; the bytes are in ``WebhookEvent/body``.
        case undecodable(DecodingFailure)
    }

    /// The `webhook-id`: equal for every retry and redelivery, different for each endpoint.
    public let id: String

    /// The event type; nil where the body names none, as in Polar's Discord and Slack formats.
    public let type: EventType?

    /// When Polar created the event: the same in every retry and redelivery.
    public var timestamp: Date? { moment?.date }

    /// ``timestamp`` to the microsecond.
    let moment: Timestamp?

    /// The version of the payload, such as `2026-10`; nil in events from before September 2026.
    public let apiVersion: String?

    /// What the event carries.
    public let payload: Payload

    /// The body exactly as signed and received.
    public let body: [UInt8]

    /// Decodes a body; it never fails, see ``Payload/undecodable(_:)``.
    public init(id: String, body: [UInt8]) {
        self.id = id
        self.body = body
        do throws(JSONError) {
            let decoder = try EventDecoder.decode(body)
            type = decoder.type.map(EventType.init(rawValue:))
            moment = decoder.moment
            apiVersion = decoder.apiVersion
            payload = decoder.payload
        } catch {
            let envelope = Envelope.scan(body.span.bytes)
            type = envelope.type.map(EventType.init(rawValue:))
            moment = envelope.moment
            apiVersion = envelope.apiVersion
            payload = .undecodable(DecodingFailure(error, in: body.span.bytes))
        }
    }

    /// The body as one object, with what this version does not know.
    public var rawJSON: RawJSON { RawJSON(body, body.indices) }
}
