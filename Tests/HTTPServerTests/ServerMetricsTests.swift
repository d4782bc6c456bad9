import HTTPServer
import HTTPWire
import MetricsTestKit
import Testing

@Suite(.timeLimit(.minutes(5)))
struct ServerMetricsTests {
    @Test func `has every series from the start`() async throws {
        try await withServer { running in
            let reasons = running.metrics.counters(label: "polar_receiver_http_refusals_total").flatMap(\.dimensions)
            let others = [
                "missing_proxy_header", "malformed_proxy_header", "request_timeout", "unavailable", "unexpected_tls",
                "tls_record_flood",
            ]
            #expect(Set(reasons.map(\.1)) == Set(HTTPParseError.allCases.map(\.reason) + others))
            #expect(running.metrics.counters(label: "polar_receiver_http_connections_shed_total").count == 1)
            let connections = try running.metrics.expectMeter("polar_receiver_http_connections")
            #expect(connections.lastValue == 0)
        }
    }

    @Test func `counts connections up and down`() async throws {
        try await withServer { running in
            var clients = try (0..<3).map { _ in try running.connect() }
            try await eventually { try running.connectionCount == 3 }
            clients.removeLast(2)
            try await eventually { try running.connectionCount == 1 }
        }
    }
}
