import EventStore
import Foundation
import PolarReceiver
import PolarReceiverTesting
import PrometheusMetrics
import Testing

@testable import ReceiverConsole

/// What Prometheus reads.
@Suite(.timeLimit(.minutes(5)))
struct MetricsPageTests {
    @Test func `has what only receiver and store know`() async throws {
        let bench = try ConsoleBench([TestHandler()])
        try await bench.appendDead("a")
        try await bench.append("b")
        try await bench.run { visitor in
            for id in ["x", "y"] { _ = try await visitor.deliver(bench.signed(id, body: "{}", isForged: true)) }
            bench.clock.advance(by: .seconds(90))
            let answer = try await visitor.get("/metrics")
            #expect(answer.fields["content-type"] == PrometheusRegistry.contentType)
            let lines = Set(answer.body.split(separator: "\n").map(String.init))
            for line in [
                #"polar_receiver_build_info{version="1.2.3"} 1"#, "polar_receiver_store_up 1",
                "polar_receiver_store_free_bytes 5000000000",
                #"polar_receiver_deliveries{handler="test",state="dead"} 1"#,
                #"polar_receiver_deliveries{handler="test",state="pending"} 1"#,
                #"polar_receiver_deliveries{handler="test",state="running"} 0"#,
                "polar_receiver_oldest_pending_delivery_age_seconds 90",
                #"polar_receiver_endpoint_silence_seconds{endpoint="polar"} 90"#,
                #"polar_receiver_endpoint_consecutive_refusals{endpoint="polar"} 2"#,
                #"polar_receiver_endpoint_failing_messages{endpoint="polar"} 2"#,
            ] {
                #expect(lines.contains(line), "\(line)")
            }
        }
    }
}
