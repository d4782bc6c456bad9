import EventStore
import Foundation
import Logging
import PolarReceiver
import PolarReceiverTesting
import Testing

/// When deliveries are taken up, and when again.
@Suite(.timeLimit(.minutes(6)))
struct HandlerWorkerTests {
    @Test func `is done when a later attempt succeeds`() async throws {
        let module = TestModule { _, delivery in
            guard delivery.attempt > 1 else { throw TestFailure() }
        }
        let bench = try Bench([module])
        try await bench.append("a")
        try await bench.run {
            await bench.clock.waitForSleeper(in: .seconds(5)...(.seconds(5)))
            bench.clock.advance(by: .seconds(5))
            let delivery = try await bench.wait(for: "a") { $0.state == .succeeded }
            #expect(delivery.attempt == 2)
            #expect(delivery.lastError == nil)
        }
    }

    @Test(arguments: [-28_800, 259_200] as [TimeInterval]) func `waits as long as planned when the clock is set`(
        change: TimeInterval
    ) async throws {
        let module = TestModule { _, delivery in
            guard delivery.attempt > 1 else { throw HandlerError.retry(after: .seconds(3_600)) }
        }
        let bench = try Bench([module])
        try await bench.append("a")
        try await bench.run {
            await bench.clock.waitForSleeper(in: .seconds(3_600)...(.seconds(3_600)))
            let due = bench.clock.now.addingTimeInterval(3_600 + change)
            bench.clock.setDate(bench.clock.now.addingTimeInterval(change))
            // The worker looks at the clock after 45 seconds at the latest.
            bench.clock.advance(by: .seconds(45))
            try await bench.wait(for: "a") { $0.nextAttemptAt == due }
            #expect(module.attempts == ["a#1"])
            await bench.clock.waitForSleeper(in: .seconds(3_555)...(.seconds(3_555)))
            bench.clock.advance(by: .seconds(3_555))
            try await bench.wait(for: "a") { $0.state == .succeeded }
        }
        #expect(bench.log.lines.contains { $0.level == .warning && $0.message.contains("The clock was set") })
    }

    @Test func `moves dates also when the store fails at first`() async throws {
        let module = TestModule { _, delivery in
            guard delivery.attempt > 1 else { throw TestFailure() }
        }
        let bench = try Bench([module], store: FailingStore(["move": 1]))
        try await bench.append("a")
        try await bench.run {
            await bench.clock.waitForSleeper(in: .seconds(5)...(.seconds(5)))
            bench.clock.setDate(bench.clock.now.addingTimeInterval(-8 * 3_600))
            bench.clock.advance(by: .seconds(45))
            await bench.clock.waitForSleeper(in: .seconds(1)...(.seconds(1)))
            bench.clock.advance(by: .seconds(1))
            try await bench.wait(for: "a") { $0.state == .succeeded }
        }
    }

    @Test func `leaves half of the places to deliveries that have not exceeded their time`() async throws {
        let slow = Shared<Set<String>>([])
        let module = TestModule(concurrencyLimit: 4) { event, _ in
            guard event.id.hasPrefix("slow") else { return }
            slow.change { $0.insert(event.id) }
            let (never, _) = AsyncStream.makeStream(of: Void.self)
            for await _ in never {}
        }
        let bench = try Bench([module])
        for number in 0..<10 { try await bench.append("slow-\(number)") }
        let now = bench.clock.now
        for claimed in try await bench.store.claimDeliveries(for: "test", limit: 10, now: now) {
            try await bench.store.record(.timedOut(retryAt: now, error: "late"), of: claimed.id, now: now)
        }
        async let running: Void = bench.receiver.run()
        try await eventually { slow.value.count == 2 }
        for number in 0..<20 { try await bench.append("good-\(number)") }
        try await bench.serve { client in _ = try await client.post(bench.signed("good")) }
        for id in (0..<20).map({ "good-\($0)" }) + ["good"] {
            try await bench.wait(for: id) { $0.state == .succeeded }
        }
        #expect(slow.value.count == 2)
        bench.receiver.stop(grace: .zero)
        await running
    }

    @Test func `counts a delivery as slow once it exceeded its time`() async throws {
        let module = TestModule(concurrencyLimit: 2) { _, _ in
            let (never, _) = AsyncStream.makeStream(of: Void.self)
            for await _ in never {}
            try Task.checkCancellation()
        }
        let bench = try Bench([module])
        try await bench.append("a")
        try await bench.run(grace: .zero) {
            await bench.clock.waitForSleeper(in: .seconds(60)...(.seconds(60)))
            bench.clock.advance(by: .seconds(60))
            let pending = try await bench.wait(for: "a") { $0.state == .pending && $0.attempt == 1 }
            let due = try #require(pending.nextAttemptAt)
            #expect(try await bench.store.nextAttemptDate(for: "test", includingSlow: false) == nil)
            #expect(try await bench.store.nextAttemptDate(for: "test", includingSlow: true) == due)
        }
    }

    @Test(arguments: [Duration.zero, .seconds(-5), .seconds(Int64.max)])
    func `takes any delay a handler may ask for`(delay: Duration) async throws {
        let module = TestModule(retryPolicy: RetryPolicy(maximumAttempts: 2)) { _, _ in
            throw HandlerError.retry(after: delay)
        }
        let bench = try Bench([module])
        try await bench.append("a")
        try await bench.run {
            try await bench.wait(for: "a") { $0.lastError == "The handler asked for a later attempt" }
        }
    }

    @Test func `gives a running delivery to nobody else when the message comes again`() async throws {
        let (allowed, allow) = AsyncStream.makeStream(of: Void.self)
        let module = TestModule { _, _ in _ = await allowed.first { true } }
        let bench = try Bench([module])
        try await bench.run {
            try await bench.serve { client in
                _ = try await client.post(bench.signed("a"))
                try await eventually { module.attempts == ["a#1"] }
                let answer = try await client.post(bench.signed("a"))
                #expect(answer.body == #"{"result":"duplicate"}"#)
                allow.yield()
                try await bench.wait(for: "a") { $0.state == .succeeded }
            }
        }
        #expect(module.attempts == ["a#1"])
    }

    @Test(arguments: ["claim", "record"]) func `says once in a while that the store fails`(operation: String)
        async throws
    {
        let bench = try Bench([TestModule()], store: FailingStore([operation: 5]))
        try await bench.append("a")
        try await bench.run {
            for _ in 1...5 {
                await bench.clock.waitForSleeper(in: .seconds(1)...(.seconds(1)))
                bench.clock.advance(by: .seconds(1))
            }
            try await bench.wait(for: "a") { $0.state == .succeeded }
        }
        // Once in ten seconds of real time, and the five failures take less unless the machine is very busy.
        #expect((1..<5).contains(bench.log.lines.count { $0.level == .error }))
    }

    @Test func `asks a failing store again also when the clock is set back`() async throws {
        let bench = try Bench([TestModule()], store: FailingStore(["next": 1]))
        try await bench.append("a")
        try await bench.run {
            await bench.clock.waitForSleeper(in: .seconds(1)...(.seconds(1)))
            bench.clock.setDate(bench.clock.now.addingTimeInterval(-60))
            bench.clock.advance(by: .seconds(1))
            try await bench.wait(for: "a") { $0.state == .succeeded }
        }
    }

    @Test func `records again also when the clock is set back`() async throws {
        let bench = try Bench([TestModule()], store: FailingStore(["record": 1]))
        try await bench.append("a")
        try await bench.run {
            await bench.clock.waitForSleeper(in: .seconds(1)...(.seconds(1)))
            bench.clock.setDate(bench.clock.now.addingTimeInterval(-60))
            bench.clock.advance(by: .seconds(1))
            try await bench.wait(for: "a") { $0.state == .succeeded }
        }
    }

    @Test func `ends when its task is cancelled, and puts back what runs`() async throws {
        let module = TestModule { _, _ in
            let (never, _) = AsyncStream.makeStream(of: Void.self)
            for await _ in never {}
        }
        let bench = try Bench([module])
        try await bench.append("a")
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await bench.receiver.run() }
            try await eventually { module.attempts == ["a#1"] }
            group.cancelAll()
            try await group.waitForAll()
        }
        let delivery = try await bench.wait(for: "a") { $0.state == .pending }
        #expect(delivery.attempt == 0)
    }
}
