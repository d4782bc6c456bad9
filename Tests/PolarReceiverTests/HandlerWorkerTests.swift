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

    @Test func `retries at the planned date also when the clock is set`() async throws {
        let module = TestModule { _, delivery in
            guard delivery.attempt > 1 else { throw HandlerError.retry(after: .seconds(3_600)) }
        }
        let bench = try Bench([module])
        try await bench.append("a")
        try await bench.run {
            await bench.clock.waitForSleeper(in: .seconds(3_600)...(.seconds(3_600)))
            bench.clock.setDate(bench.clock.now.addingTimeInterval(3_600))
            try await bench.wait(for: "a") { $0.state == .succeeded }
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
            await bench.clock.waitForSleeper(in: .seconds(59)...(.seconds(59)))
            bench.clock.advance(by: .seconds(59))
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
