import EventStore
import Foundation
import Logging
import MetricsTestKit
import PolarReceiver
import PolarReceiverTesting
import Testing

/// How the runs of a delivery end.
@Suite(.timeLimit(.minutes(6)))
struct AttemptTests {
    /// Waits until the dispatcher cancels the handler.
    private static func waitForCancellation() async {
        let (never, _) = AsyncStream.makeStream(of: Void.self)
        for await _ in never {}
    }

    @Test func `counts as done when the handler succeeds after its time-out`() async throws {
        let module = TestModule { _, _ in await Self.waitForCancellation() }
        let bench = try Bench([module])
        try await bench.append("a")
        try await bench.run {
            await bench.clock.waitForSleeper(in: .seconds(60)...(.seconds(60)))
            bench.clock.advance(by: .seconds(60))
            let delivery = try await bench.wait(for: "a") { $0.state == .succeeded }
            #expect(delivery.attempt == 1)
        }
        #expect(bench.log.lines.contains { $0.level == .warning && $0.message.contains("time-out") })
        let counter = try bench.metrics.expectCounter("polar_receiver_handler_timeouts_total", [("handler", "test")])
        #expect(counter.totalValue == 1)
    }

    @Test func `notes since when a handler ignores its cancellation`() async throws {
        let (allowed, allow) = AsyncStream.makeStream(of: Void.self)
        let module = TestModule { _, _ in
            await Task { _ = await allowed.first { true } }.value
        }
        let bench = try Bench([module])
        try await bench.append("a")
        try await bench.run {
            await bench.clock.waitForSleeper(in: .seconds(60)...(.seconds(60)))
            bench.clock.advance(by: .seconds(60))
            let running = try await bench.wait(for: "a") { $0.overdueSince != nil }
            #expect(running.overdueSince == bench.clock.now)
            #expect(running.state == .running)
            allow.yield()
            try await bench.wait(for: "a") { $0.state == .succeeded && $0.overdueSince == nil }
        }
    }

    @Test func `heeds what the handler says even after its time-out`() async throws {
        let module = TestModule { _, _ in
            await Self.waitForCancellation()
            throw HandlerError.permanent("no such product")
        }
        let bench = try Bench([module])
        try await bench.append("a")
        try await bench.run {
            await bench.clock.waitForSleeper(in: .seconds(60)...(.seconds(60)))
            bench.clock.advance(by: .seconds(60))
            let delivery = try await bench.wait(for: "a") { $0.state == .dead }
            #expect(delivery.lastError == "no such product")
        }
    }

    @Test func `does not begin once the receiver has stopped`() async throws {
        let module = TestModule()
        let store = LateStore()
        let bench = try Bench([module], store: store)
        try await bench.append("a")
        try await bench.run(grace: .zero) {
            try await eventually { store.waiting.value.contains("claim") }
        }
        let delivery = try await bench.wait(for: "a") { $0.state == .pending }
        #expect(delivery.attempt == 0)
        #expect(module.attempts.isEmpty)
    }

    @Test func `lasts as long as its time-out however the date is set`() async throws {
        let (allowed, allow) = AsyncStream.makeStream(of: Void.self)
        let module = TestModule { _, _ in _ = await allowed.first { true } }
        let bench = try Bench([module])
        try await bench.append("a")
        try await bench.run {
            await bench.clock.waitForSleeper(in: .seconds(60)...(.seconds(60)))
            bench.clock.setDate(bench.clock.now.addingTimeInterval(86_400))
            await bench.clock.waitForSleeper(in: .seconds(60)...(.seconds(60)))
            allow.yield()
            try await bench.wait(for: "a") { $0.state == .succeeded }
        }
        #expect(!bench.log.lines.contains { $0.message.contains("time-out") })
    }
}
