import EventStore
import Foundation
import PolarReceiver
import PolarReceiverTesting
import Testing

@Suite(.timeLimit(.minutes(6)))
struct ReceiverTests {
    @Test func `does not run when it cannot tell what was interrupted`() async throws {
        let bench = try Bench([TestModule()], store: FailingStore(["recover": 1]))
        let error = StoreError(.full, operation: "recover", description: "The disk is full.")
        await #expect(throws: error) { try await bench.receiver.run() }
    }

    @Test func `does not deliver anything when it is stopped before it runs`() async throws {
        let module = TestModule()
        let bench = try Bench([module])
        try await bench.append("a")
        bench.receiver.stop(grace: .seconds(5))
        try await bench.receiver.run()
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
        try await running
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
