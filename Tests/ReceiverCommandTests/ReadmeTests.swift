import EventStore
import Foundation
import Logging
import PolarReceiver
import Testing

/// The README's module, to the letter but for its imports.
private struct Fulfilment: HandlerModule {
    let id: HandlerID = "fulfilment"

    func register(on events: inout EventRegistrar) {
        events.on(.orderPaid) { order, delivery in
            guard order.totalAmount > 0 else { throw HandlerError.permanent("free orders need no parcel") }
            delivery.logger.info("Ship it", metadata: ["order.id": "\(order.id)", "key": "\(delivery.idempotencyKey)"])
        }
    }
}

struct ReadmeTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")

    @Test func `shows a module that compiles and registers`() throws {
        let readme = try String(contentsOf: Self.root.appending(path: "README.md"), encoding: .utf8)
        let source = try String(contentsOf: URL(filePath: #filePath), encoding: .utf8)
        let start = try #require(source.range(of: "struct Fulfilment"))
        let end = try #require(source.range(of: "\n}\n", range: start.upperBound..<source.endIndex))
        #expect(readme.contains(source[start.lowerBound..<end.upperBound]))
        _ = try Receiver(
            endpoints: [WebhookEndpoint(secrets: [try WebhookSecret("0123456789abcdef")])],
            modules: [Fulfilment()],
            store: MemoryStore(),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        )
    }

    @Test func `names every variable that is read`() throws {
        let readme = try String(contentsOf: Self.root.appending(path: "README.md"), encoding: .utf8)
        for name in [
            "POLAR_WEBHOOK_SECRET", "POLAR_WEBHOOK_SECRET_FILE", "HOST", "PORT", "DATABASE_URL", "LOG_LEVEL",
            "LOG_FORMAT",
            "CONFIG_FILE",
        ] {
            #expect(readme.contains("`\(name)`"), "\(name)")
        }
    }
}
