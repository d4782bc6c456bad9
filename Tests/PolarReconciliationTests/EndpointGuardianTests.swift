import Logging
import PolarReceiverTesting
import PolarReconciliation
import PolarSimulator
import Testing

/// What the guardian says while more and more events fail.
struct EndpointGuardianTests {
    @Test func `warns at three failures in a row and at six, and tells when the endpoint is disabled`() async throws {
        let bench = try PolarBench()
        try await bench.run {
            var guardian = EndpointGuardian(
                polar: bench.client,
                endpoint: bench.local,
                pacer: Pacer(interval: .zero),
                logger: bench.log.logger
            )
            _ = try await bench.emit(orders: 0..<1)
            #expect(await guardian.look() == .good)
            _ = try await bench.emitRefused(orders: 1..<3)
            #expect(await guardian.look() == .good)
            _ = try await bench.emitRefused(orders: 3..<4)
            #expect(await guardian.look() == .failing)
            _ = try await bench.emitRefused(orders: 4..<7)
            #expect(await guardian.look() == .endangered)
            #expect(await guardian.look() == .endangered)
            _ = try await bench.emitRefused(orders: 7..<11)
            #expect(await guardian.look() == .disabled)
            bench.polar.change(endpoint: bench.endpoint.id, isEnabled: true)
            _ = try await bench.emit(orders: 11..<12)
            #expect(await guardian.look() == .good)
            let lines = bench.log.lines.filter { $0.message.contains("Polar") }
            #expect(lines.map(\.level) == [.warning, .error, .critical, .notice])
        }
    }

    @Test func `says once that Polar cannot be asked`() async throws {
        let bench = try PolarBench()
        try await bench.run {
            bench.polar.revoke(bench.polar.accessToken)
            var guardian = EndpointGuardian(
                polar: bench.client,
                endpoint: bench.local,
                pacer: Pacer(interval: .zero),
                logger: bench.log.logger
            )
            for _ in 0..<3 { #expect(await guardian.look() == nil) }
            #expect(bench.log.lines.count { $0.message == "Cannot look at the endpoint in Polar" } == 1)
        }
    }
}
