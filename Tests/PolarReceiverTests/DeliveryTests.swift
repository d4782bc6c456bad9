import Logging
import PolarReceiver
import Testing

/// The idempotency key of a delivery.
struct DeliveryTests {
    @Test func `makes the key of id, handler and generation`() {
        #expect(key("5f1d7a3e", "shop") == "5f1d7a3e/shop")
        #expect(key("5f1d7a3e", "shop", 2) == "5f1d7a3e/shop/2")
    }

    /// Ids, handlers and generations whose parts could be taken for each other.
    @Test func `gives no two deliveries the same key`() {
        let long = String(repeating: "x", count: 30_000)
        let ids = [
            "a", "a/1", "a/b", "a/b/1", "a/1/1", "%2F", "a%2Fb", "sha256-", long, long + "x", long + "y",
            String(long.prefix(256)), String(long.prefix(257)),
        ]
        let digest = String(key(long, "b").dropLast(2))
        let keys = (ids + [digest]).flatMap { id in
            ["b", "1", "b/1", "1/b", "a%2Fb", "%2F", "x"].flatMap { handler in
                [0, 1, 2, 11].map { key(id, HandlerID(rawValue: handler), $0) }
            }
        }
        #expect(Set(keys).count == keys.count)
        #expect(keys.allSatisfy { $0.utf8.count < 300 })
    }

    private func key(_ id: String, _ handler: HandlerID, _ generation: Int = 0) -> String {
        Delivery(
            of: WebhookEvent(id: id, body: []),
            to: handler,
            generation: generation,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        ).idempotencyKey
    }
}
