import EventStore
import Foundation

/// What the messages of the benchmark look like: those of a shop that sells subscriptions.
enum InboxShape {
    static let endpoint = "polar"
    static let handler: HandlerID = "log"
    static let days = 90.0

    /// How many customers, orders and so on the messages are about.
    static let subjects = 1_000_000

    /// How many of a million messages have each type; the first one has the rest.
    private static let shares: [(type: String, share: Int)] = [
        ("order.updated", 0), ("order.created", 140_000), ("order.paid", 140_000), ("checkout.updated", 150_000),
        ("checkout.created", 120_000), ("customer.state_changed", 80_000), ("customer.created", 60_000),
        ("customer.updated", 40_000), ("subscription.updated", 40_000), ("subscription.active", 15_000),
        ("subscription.created", 15_000), ("subscription.canceled", 5_000), ("benefit_grant.created", 5_000),
        ("subscription.revoked", 3_000), ("order.refunded", 1_000), ("refund.created", 1_000), ("product.updated", 100),
        ("organization.updated", 1),
    ]

    static let frequentType: TypePattern = "order.paid"
    static let rareType: TypePattern = "organization.updated"

    /// The types, each with the first of the numbers below a million that stand for it.
    static let types: [(first: Int, type: String)] = {
        var first = 1_000_000
        return shares.reversed().map { entry in
            first = entry.share == 0 ? 0 : first - entry.share
            return (first, entry.type)
        }
    }()

    static func type(of number: Int) -> String {
        types.first { $0.first <= number }?.type ?? ""
    }

    /// The same as the SQL of `InboxFiller` makes.
    static func subject(_ number: Int) -> String {
        "customer:\(String(format: "%08x", number))-5c8e-4c5f-9d0b-6d1f0a7b9e42"
    }

    /// A message that nobody has sent before, as the endpoint makes it.
    static func message(bodySize: Int) -> NewMessage {
        let subject = subject(.random(in: 0..<subjects))
        return NewMessage(
            endpoint: endpoint,
            webhookID: UUID().uuidString.lowercased(),
            type: type(of: .random(in: 0..<1_000_000)),
            timestamp: Date(),
            apiVersion: "2026-10",
            subject: subject,
            headers: headers,
            body: Array(repeating: UInt8(ascii: "x"), count: bodySize),
            receivedAt: Date(),
            deliveries: [NewDelivery(handler: handler, lane: subject)]
        )
    }

    private static let headers = [
        MessageHeader(name: "webhook-timestamp", value: "1795629600"),
        MessageHeader(name: "webhook-signature", value: "v1," + String(repeating: "A", count: 44)),
        MessageHeader(name: "webhook-api-version", value: "2026-10"),
        MessageHeader(name: "content-type", value: "application/json"),
        MessageHeader(name: "user-agent", value: "polar.sh webhooks"),
    ]
}
