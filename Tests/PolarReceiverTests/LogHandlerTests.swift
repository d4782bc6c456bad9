import EventStore
import PolarHandlers
import PolarReceiver
import PolarReceiverTesting
import Testing

@Suite(.timeLimit(.minutes(6)))
struct LogHandlerTests {
    @Test(arguments: [
        (
            #"{"type":"order.paid","timestamp":"2026-11-23T10:00:00Z","api_version":"2026-10","data":{"email":"z@example.com"}}"#,
            "order.paid", "2026-11-23T10:00:00Z", "2026-10"
        ),
        ("no JSON, z@example.com", "-", "-", "-"),
    ])
    func `says what arrived, never what is in it`(
        body: String,
        type: String,
        timestamp: String,
        version: String
    ) async throws {
        let bench = try Bench([LogHandler()])
        try await bench.run {
            try await bench.serve { client in _ = try await client.post(bench.signed("a", body: body)) }
            try await bench.wait(for: "a", handler: "log") { $0.state == .succeeded }
        }
        let line = try #require(bench.log.lines.first { $0.message == "Event" })
        #expect(
            line.metadata == [
                "handler.id": "log", "webhook.id": "a", "webhook.type": type, "delivery.attempt": "1",
                "event.timestamp": timestamp, "event.api_version": version,
            ]
        )
        #expect(!bench.log.text.contains("example.com"))
    }
}
