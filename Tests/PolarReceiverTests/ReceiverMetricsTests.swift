import MetricsTestKit
import PolarReceiver
import StandardWebhooks
import Testing

@Suite(.timeLimit(.minutes(6)))
struct ReceiverMetricsTests {
    private func values(_ label: String, of dimension: String, _ metrics: TestMetrics) -> [String: Int64] {
        let pairs = metrics.counters(label: "polar_receiver_\(label)").compactMap { counter in
            counter.dimensions.first { $0.0 == dimension }.map { ($0.1, counter.totalValue) }
        }
        return Dictionary(pairs, uniquingKeysWith: +)
    }

    @Test func `has every series from the start`() throws {
        let metrics = try Bench([TestModule()]).metrics
        let results = values("messages_total", of: "result", metrics)
        #expect(results == ["accepted": 0, "duplicate": 0, "retrying": 0, "rejected": 0, "unavailable": 0])
        let reasons = values("message_rejections_total", of: "reason", metrics)
        let codes = VerificationError.allCodes + ["unlisted_sender"]
        #expect(reasons == Dictionary(codes.map { ($0, 0) }, uniquingKeysWith: +))
        let types = values("events_total", of: "type", metrics)
        #expect(Set(types.keys) == Set(EventType.all.map(\.rawValue) + ["_other"]))
        let outcomes = values("delivery_attempts_total", of: "outcome", metrics)
        #expect(outcomes == ["success": 0, "retry": 0, "dead": 0, "superseded": 0, "returned": 0])
        #expect(values("handler_timeouts_total", of: "handler", metrics) == ["test": 0])
        let requests = metrics.counters(label: "polar_receiver_http_requests_total")
        let labels = requests.map { $0.dimensions.map { "\($0.0)=\($0.1)" }.joined(separator: " ") }
        var expected = ["202", "403", "503"].map { "method=POST route=webhook status=\($0)" }
        expected += ["GET", "HEAD", "_other"].map { "method=\($0) route=webhook status=405" }
        expected += ["GET", "HEAD"].flatMap { method in
            ["200", "503"].map { "method=\(method) route=health status=\($0)" }
        }
        expected += ["POST", "_other"].map { "method=\($0) route=health status=405" }
        expected += ["GET", "HEAD", "POST", "_other"].map { "method=\($0) route=_other status=404" }
        #expect(labels.sorted() == expected.sorted())
    }

    @Test func `counts each message once, by what became of it`() async throws {
        let bench = try Bench([TestModule()], store: FailingStore(["append": 1]))
        try await bench.serve { client in
            _ = try await client.post(bench.signed("a"))
            _ = try await client.post(bench.signed("a"))
            _ = try await client.post(bench.signed("a"))
            _ = try await client.post(bench.signed("b", body: #"{"type":"order.shipped"}"#))
            var forged = try bench.signed("c")
            forged.body.append(32)
            _ = try await client.post(forged)
        }
        let results = values("messages_total", of: "result", bench.metrics)
        #expect(results == ["accepted": 2, "duplicate": 1, "retrying": 0, "rejected": 1, "unavailable": 1])
        #expect(values("message_rejections_total", of: "reason", bench.metrics)["signature_mismatch"] == 1)
        let types = values("events_total", of: "type", bench.metrics).filter { $0.value > 0 }
        #expect(types == ["order.paid": 1, "_other": 1])
        let statuses = values("http_requests_total", of: "status", bench.metrics).filter { $0.value > 0 }
        #expect(statuses == ["202": 3, "403": 1, "503": 1])
        #expect(try bench.metrics.expectTimer("polar_receiver_http_request_duration_seconds").values.count == 5)
        #expect(values("secret_matches_total", of: "rule", bench.metrics) == ["text": 0, "base64": 4])
    }

    @Test func `counts each attempt by its outcome`() async throws {
        let module = TestModule(retryPolicy: RetryPolicy(maximumAttempts: 2, baseDelay: .zero)) { _, delivery in
            guard delivery.webhookID == "good" else { throw TestFailure() }
        }
        let bench = try Bench([module])
        try await bench.append("good")
        try await bench.append("bad")
        try await bench.run {
            try await bench.wait(for: "good") { $0.state == .succeeded }
            try await bench.wait(for: "bad") { $0.state == .dead }
        }
        let outcomes = values("delivery_attempts_total", of: "outcome", bench.metrics)
        #expect(outcomes == ["success": 1, "retry": 1, "dead": 1, "superseded": 0, "returned": 0])
        let timer = try bench.metrics.expectTimer("polar_receiver_delivery_duration_seconds", [("handler", "test")])
        #expect(timer.values.count == 3)
    }
}
