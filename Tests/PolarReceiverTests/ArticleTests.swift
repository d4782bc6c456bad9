import Foundation
import PolarReceiver
import PolarReceiverTesting
import Synchronization
import Testing

/// What the articles of PolarReceiver.docc promise.
@Suite(.timeLimit(.minutes(6)))
struct ArticleTests {
    private final class FakeWarehouse: Warehouse {
        let calls = Shared<[String]>([])

        func ship(order: String, key: String) async throws { calls.change { $0.append("ship \(key)") } }
        func cancel(order: String, key: String) async throws { calls.change { $0.append("cancel \(key)") } }
    }

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    private static let articles = folder.appending(path: "../../Sources/PolarReceiver/PolarReceiver.docc")

    @Test func `every example compiles as it is printed`() throws {
        let examples = try String(contentsOf: Self.folder.appending(path: "ArticleExamples.swift"), encoding: .utf8)
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.articles.path)
        var count = 0
        for name in names where name.hasSuffix(".md") {
            let text = try String(contentsOf: Self.articles.appending(path: name), encoding: .utf8)
            for block in text.components(separatedBy: "```swift\n").dropFirst() {
                let code = try #require(block.components(separatedBy: "```").first)
                #expect(examples.contains(code), "\(name): \(code.prefix(60))")
                count += 1
            }
        }
        #expect(count == 6)
    }

    @Test func `the fulfilment ships paid orders, and not free ones`() async throws {
        let warehouse = FakeWarehouse()
        let bench = try Bench([Fulfilment(warehouse: warehouse)])
        try await bench.run {
            try await bench.serve { client in
                let paid = try #require(SampleEvent(type: "order.paid"))
                _ = try await client.post(bench.signed("paid", bytes: paid.body))
                let free = String(decoding: paid.body, as: UTF8.self)
                    .replacing(/"total_amount":[0-9]+/, with: #""total_amount":0"#)
                _ = try await client.post(bench.signed("free", body: free))
            }
            try await bench.wait(for: "paid", handler: "fulfilment") { $0.state == .succeeded }
            let dead = try await bench.wait(for: "free", handler: "fulfilment") { $0.state == .dead }
            #expect(dead.lastError == "free orders need no parcel")
        }
        #expect(warehouse.calls.value == ["ship paid/fulfilment"])
    }

    @Test func `the notifier takes its options, and says what is missing`() throws {
        let module = try Notifier(HandlerOptions(id: "a", ["channel": "billing", "urgency": "5"]))
        #expect(module.channel == "billing")
        #expect(module.urgency == 5)
        let error = #expect(throws: HandlerOptionError.self) { try Notifier(HandlerOptions(id: "a")) }
        #expect(
            error?.description
                == "The handler a needs handlers.a.channel (environment HANDLERS_A_CHANNEL): set it to the name of a channel."
        )
    }
}
