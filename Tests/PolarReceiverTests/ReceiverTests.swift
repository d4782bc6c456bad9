import EventStore
import Foundation
import Logging
import PolarReceiver
import PolarReceiverTesting
import Testing

@Suite(.timeLimit(.minutes(6)))
struct ReceiverTests {
    @Test func `asks again and again what was interrupted, and delivers nothing before`() async throws {
        let module = TestModule()
        let bench = try Bench([module], store: FailingStore(["recover": 2]))
        try await bench.append("a")
        try await bench.run {
            for _ in 0..<2 {
                await bench.clock.waitForSleeper(in: .seconds(1)...(.seconds(1)))
                #expect(module.attempts.isEmpty)
                bench.clock.advance(by: .seconds(1))
            }
            try await bench.wait(for: "a") { $0.state == .succeeded }
        }
        #expect(bench.log.lines.contains { $0.level == .error && $0.message.contains("unfinished") })
    }

    @Test func `stops also while it cannot tell what was interrupted`() async throws {
        let bench = try Bench([TestModule()], store: FailingStore(["recover": .max]))
        async let running: Void = bench.receiver.run()
        await bench.clock.waitForSleeper(in: .seconds(1)...(.seconds(1)))
        bench.receiver.stop(grace: .seconds(3_600))
        bench.clock.advance(by: .seconds(1))
        await running
    }

    @Test func `does not deliver anything when it is stopped before it runs`() async throws {
        let module = TestModule()
        let bench = try Bench([module])
        try await bench.append("a")
        bench.receiver.stop(grace: .seconds(5))
        await bench.receiver.run()
        #expect(module.attempts.isEmpty)
    }

    @Test func `ends with the grace period also when the clock is set back`() async throws {
        let module = TestModule { _, _ in
            let (never, _) = AsyncStream.makeStream(of: Void.self)
            for await _ in never {}
        }
        let bench = try Bench([module])
        try await bench.append("a")
        async let running: Void = bench.receiver.run()
        try await eventually { module.attempts == ["a#1"] }
        bench.receiver.stop(grace: .seconds(5))
        await bench.clock.waitForSleeper(in: .seconds(5)...(.seconds(5)))
        bench.clock.setDate(bench.clock.now.addingTimeInterval(-60))
        bench.clock.advance(by: .seconds(5))
        await running
    }

    @Test func `stores messages without any module`() async throws {
        let bench = try Bench([])
        try await bench.run {
            try await bench.serve { client in
                let answer = try await client.post(bench.signed("a"))
                #expect(answer.body == #"{"result":"accepted"}"#)
            }
        }
        let record = try #require(try await bench.store.messages(limit: 1).first)
        #expect(record.deliveries.isEmpty)
    }
}
