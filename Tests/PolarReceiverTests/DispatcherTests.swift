import Dispatch
import EventStore
import Foundation
import Logging
import PolarReceiver
import PolarReceiverTesting
import Testing

struct DispatcherTests {
    @Test func `runs a delivery once and never again`() async throws {
        let module = TestModule()
        let bench = try Bench([module])
        try await bench.append("a")
        try await bench.run {
            try await bench.wait(for: "a") { $0.state == .succeeded }
        }
        let next = try Bench([module], store: bench.store)
        try await next.run {
            try await next.append("b")
            try await next.wait(for: "b") { $0.state == .succeeded }
        }
        #expect(module.attempts == ["a#1", "b#1"])
    }

    @Test func `delivers to each handler on its own`() async throws {
        let good = TestModule("good")
        let bad = TestModule("bad") { _, _ in throw TestFailure() }
        let bench = try Bench([good, bad])
        try await bench.append("a", for: ["good", "bad"])
        try await bench.run {
            try await bench.wait(for: "a", handler: "good") { $0.state == .succeeded }
            try await bench.wait(for: "a", handler: "bad") { $0.state == .pending && $0.attempt == 1 }
        }
        #expect(good.attempts == ["a#1"])
        #expect(bad.attempts == ["a#1"])
    }

    @Test func `tries again when the backoff is over, and gives up in the end`() async throws {
        let module = TestModule { _, _ in throw TestFailure() }
        let bench = try Bench([module])
        try await bench.append("a")
        try await bench.run {
            // Full jitter of one half: 5 s after the first attempt, 10 s after the second.
            let first = try await bench.wait(for: "a") { $0.state == .pending && $0.attempt == 1 }
            #expect(first.nextAttemptAt == bench.clock.now.addingTimeInterval(5))
            #expect(first.lastError == "out of order")
            await bench.clock.waitForSleeper(in: .seconds(5)...(.seconds(5)))
            bench.clock.advance(by: .seconds(5))
            try await bench.wait(for: "a") { $0.state == .pending && $0.attempt == 2 }
            await bench.clock.waitForSleeper(in: .seconds(10)...(.seconds(10)))
            bench.clock.advance(by: .seconds(10))
            let last = try await bench.wait(for: "a") { $0.state == .dead }
            #expect(last.attempt == 3)
            #expect(last.lastError == "out of order")
        }
        #expect(module.attempts == ["a#1", "a#2", "a#3"])
        #expect(bench.log.lines.contains { $0.level == .error && $0.message.contains("dead letter") })
    }

    @Test func `gives up at once on a permanent error`() async throws {
        let bench = try Bench([TestModule { _, _ in throw HandlerError.permanent("no such product") }])
        try await bench.append("a")
        try await bench.run {
            let delivery = try await bench.wait(for: "a") { $0.state == .dead }
            #expect(delivery.attempt == 1)
            #expect(delivery.lastError == "no such product")
        }
    }

    @Test func `waits as long as the handler asks, within its attempts`() async throws {
        let module = TestModule(retryPolicy: RetryPolicy(maximumAttempts: 2)) { _, _ in
            throw HandlerError.retry(after: .seconds(3_600))
        }
        let bench = try Bench([module])
        try await bench.append("a")
        try await bench.run {
            let delivery = try await bench.wait(for: "a") { $0.state == .pending && $0.attempt == 1 }
            #expect(delivery.nextAttemptAt == bench.clock.now.addingTimeInterval(3_600))
            await bench.clock.waitForSleeper(in: .seconds(3_600)...(.seconds(3_600)))
            bench.clock.advance(by: .seconds(3_600))
            try await bench.wait(for: "a") { $0.state == .dead }
        }
    }

    @Test func `cancels a handler that takes too long, and tries again`() async throws {
        let module = TestModule { _, _ in try await Task.sleep(for: .seconds(3_600)) }
        let bench = try Bench([module])
        try await bench.append("a")
        try await bench.run {
            await bench.clock.waitForSleeper(in: .seconds(60)...(.seconds(60)))
            bench.clock.advance(by: .seconds(60))
            let delivery = try await bench.wait(for: "a") { $0.state == .pending && $0.attempt == 1 }
            #expect(delivery.lastError?.contains("time-out") == true)
        }
    }

    @Test func `lets a handler that ignores its cancellation stop nobody`() async throws {
        let gate = DispatchSemaphore(value: 0)
        // Blocks its thread, deaf to cancellation.
        let deaf = TestModule("deaf") { _, _ in await withCheckedContinuation { $0.resume(returning: gate.block()) } }
        let other = TestModule("other")
        let bench = try Bench([deaf, other])
        try await bench.append("a", for: ["deaf"])
        try await bench.append("b", for: ["other"])
        async let running: Void = bench.receiver.run()
        try await bench.wait(for: "b", handler: "other") { $0.state == .succeeded }
        try await eventually { deaf.attempts == ["a#1"] }
        bench.receiver.stop(grace: .seconds(5))
        await bench.clock.waitForSleeper(in: .seconds(5)...(.seconds(5)))
        bench.clock.advance(by: .seconds(5))
        await running
        let delivery = try await bench.wait(for: "a", handler: "deaf") { $0.state == .pending }
        #expect(delivery.attempt == 0)
        gate.signal()
    }

    @Test func `lets blocked threads of one handler stop no other handler`() async throws {
        let gate = DispatchSemaphore(value: 0)
        let blocked = TestModule("blocked", concurrencyLimit: 32) { _, _ in
            await withCheckedContinuation { $0.resume(returning: gate.block()) }
        }
        let other = TestModule("other")
        let bench = try Bench([blocked, other])
        for index in 0..<32 { try await bench.append("blocked-\(index)", for: ["blocked"]) }
        try await bench.run {
            try await eventually { blocked.attempts.count == 32 }
            try await bench.serve { client in
                let answer = try await client.post(bench.signed("late"))
                #expect(answer.status == 202)
            }
            try await bench.wait(for: "late", handler: "other") { $0.state == .succeeded }
            for _ in 0..<33 { gate.signal() }
            for id in (0..<32).map({ "blocked-\($0)" }) + ["late"] {
                try await bench.wait(for: id, handler: "blocked") { $0.state == .succeeded }
            }
        }
    }

    @Test func `runs as many deliveries of a handler at a time as it allows`() async throws {
        let counter = ConcurrencyCounter()
        let module = TestModule(concurrencyLimit: 3) { _, _ in await counter.run() }
        let bench = try Bench([module])
        for index in 0..<50 { try await bench.append("m-\(index)") }
        try await bench.run {
            for index in 0..<50 { try await bench.wait(for: "m-\(index)") { $0.state == .succeeded } }
        }
        #expect(await counter.maximum <= 3)
        #expect(module.attempts.count == 50)
    }

    @Test func `lets running handlers finish within the grace period`() async throws {
        let (started, start) = AsyncStream.makeStream(of: Void.self)
        let (allowed, allow) = AsyncStream.makeStream(of: Void.self)
        let module = TestModule { _, _ in
            start.yield()
            _ = await allowed.first { true }
        }
        let bench = try Bench([module])
        try await bench.append("a")
        async let running: Void = bench.receiver.run()
        _ = await started.first { true }
        bench.receiver.stop(grace: .seconds(5))
        allow.yield()
        await running
        let delivery = try await bench.wait(for: "a") { $0.state == .succeeded }
        #expect(delivery.attempt == 1)
    }

    @Test func `puts back what the grace period cuts off, without counting it`() async throws {
        let module = TestModule { _, _ in try await Task.sleep(for: .seconds(3_600)) }
        let bench = try Bench([module])
        try await bench.append("a")
        async let running: Void = bench.receiver.run()
        try await eventually { module.attempts == ["a#1"] }
        bench.receiver.stop(grace: .seconds(5))
        await bench.clock.waitForSleeper(in: .seconds(5)...(.seconds(5)))
        bench.clock.advance(by: .seconds(5))
        await running
        let delivery = try await bench.wait(for: "a") { $0.state == .pending }
        #expect(delivery.attempt == 0)
        #expect(delivery.lastError == nil)
    }

    @Test func `takes up what an earlier process left running`() async throws {
        let module = TestModule()
        let bench = try Bench([module])
        try await bench.append("a")
        _ = try await bench.store.claimDeliveries(for: "test", limit: 1, now: bench.clock.now)
        try await bench.run {
            try await bench.wait(for: "a") { $0.state == .succeeded }
        }
        #expect(module.attempts == ["a#2"])
        #expect(bench.log.lines.contains { $0.level == .notice && $0.message.contains("run again") })
    }

    @Test func `buries what ended the process three times in a row`() async throws {
        let module = TestModule()
        let bench = try Bench([module])
        try await bench.append("a")
        for _ in 1...2 {
            _ = try await bench.store.claimDeliveries(for: "test", limit: 1, now: bench.clock.now)
            _ = try await bench.store.recoverRunningDeliveries(now: bench.clock.now)
        }
        _ = try await bench.store.claimDeliveries(for: "test", limit: 1, now: bench.clock.now)
        try await bench.run {
            let delivery = try await bench.wait(for: "a") { $0.state == .dead }
            #expect(delivery.lastError == "crashed")
        }
        #expect(module.attempts.isEmpty)
        #expect(bench.log.lines.contains { $0.level == .error && $0.message.contains("ended the process") })
    }

    @Test(arguments: ["claim", "next", "record"]) func `goes on when the store has failed`(operation: String)
        async throws
    {
        let module = TestModule()
        let bench = try Bench([module], store: FailingStore([operation: 2]))
        try await bench.append("a")
        try await bench.run {
            for _ in 1...2 {
                await bench.clock.waitForSleeper(in: .seconds(1)...(.seconds(1)))
                bench.clock.advance(by: .seconds(1))
            }
            try await bench.wait(for: "a") { $0.state == .succeeded }
        }
        #expect(module.attempts == ["a#1"])
    }

    @Test func `buries an event that this build cannot decode, and names the place`() async throws {
        let bench = try Bench([TypedModule()])
        var message = bench.message("a")
        message = NewMessage(
            endpoint: message.endpoint,
            webhookID: message.webhookID,
            type: message.type,
            timestamp: nil,
            apiVersion: nil,
            subject: nil,
            headers: [],
            body: Array(#"{"type":"order.paid","data":{"id":tru}}"#.utf8),
            receivedAt: message.receivedAt,
            deliveries: message.deliveries
        )
        _ = try await bench.store.append(message)
        try await bench.run {
            let delivery = try await bench.wait(for: "a") { $0.state == .dead }
            #expect(delivery.lastError?.contains("$.data.id: a string is expected") == true)
        }
    }
}

private struct TypedModule: HandlerModule {
    let id: HandlerID = "test"

    func register(on events: inout EventRegistrar) {
        events.on(.orderPaid) { _, _ in }
    }
}

private actor ConcurrencyCounter {
    private var running = 0
    private(set) var maximum = 0

    func run() async {
        running += 1
        maximum = max(maximum, running)
        await Task.yield()
        running -= 1
    }
}

extension DispatchSemaphore {
    /// Waits on the calling thread, as code that knows no concurrency does.
    fileprivate func block() { wait() }
}
