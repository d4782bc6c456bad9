import EventStore
import Foundation
import Logging
import PolarReceiver
import PolarReceiverTesting
import Testing

/// What runs, and in what order, after a process ended without a stop.
@Suite(.timeLimit(.minutes(6)))
struct SuspectTests {
    private static func waitForCancellation() async {
        let (never, _) = AsyncStream.makeStream(of: Void.self)
        for await _ in never {}
    }

    /// Leaves deliveries of messages running, as a process that was killed does.
    private func leaveRunning(_ ids: [String], for handler: HandlerID = "test", in bench: Bench) async throws {
        for id in ids { try await bench.append(id, for: [handler]) }
        let claimed = try await bench.store.claimDeliveries(for: handler, limit: ids.count, now: bench.clock.now)
        try #require(claimed.count == ids.count)
    }

    @Test func `finds the one of nine deliveries that ends the process`() async throws {
        let inbox = MemoryStore()
        let clock = ManualClock()
        var ends = 0
        while ends < 10 {
            let store = MortalStore(store: inbox)
            let isFirst = ends == 0
            let module = TestModule(concurrencyLimit: 9) { event, _ in
                if event.id == "poison" {
                    // The others have begun, as far as they may.
                    if isFirst { try await eventually { store.claimed.value == 9 } }
                    store.die()
                    await Self.waitForCancellation()
                }
                if isFirst { await Self.waitForCancellation() }
            }
            let bench = try Bench([module], store: store, clock: clock)
            if isFirst {
                for index in 0..<8 { try await bench.append("good-\(index)") }
                try await bench.append("poison")
            }
            let running = Task { await bench.receiver.run() }
            try await eventually {
                let open = try await inbox.messages(limit: 9).flatMap(\.deliveries).contains { $0.state.isOpen }
                return store.isDead.value || !open
            }
            running.cancel()
            await running.value
            if !store.isDead.value { break }
            ends += 1
            clock.advance(by: .seconds(1))
        }
        // All of them ran at the first end, it alone at the three others.
        #expect(ends == 4)
        for message in try await inbox.messages(limit: 9) {
            let delivery = try #require(message.deliveries.first)
            let isPoison = message.message.webhookID == "poison"
            #expect(delivery.state == (isPoison ? .dead : .succeeded))
            #expect(delivery.lastError == (isPoison ? "crashed" : nil))
        }
    }

    @Test func `leaves nothing dead of innocent deliveries after three kills`() async throws {
        let inbox = MemoryStore()
        for kill in 1...3 {
            let store = MortalStore(store: inbox)
            let started = Shared(0)
            let module = TestModule(concurrencyLimit: 4) { _, _ in
                started.change { $0 += 1 }
                await Self.waitForCancellation()
            }
            let bench = try Bench([module], store: store)
            if kill == 1 { for index in 0..<4 { try await bench.append("m-\(index)") } }
            let running = Task { await bench.receiver.run() }
            try await eventually { started.value == (kill == 1 ? 4 : 1) }
            store.die()
            running.cancel()
            await running.value
        }
        let bench = try Bench([TestModule()], store: inbox)
        try await bench.run {
            for index in 0..<4 { try await bench.wait(for: "m-\(index)") { $0.state == .succeeded } }
        }
    }

    @Test func `runs suspects one at a time, and meanwhile only what cannot end the process`() async throws {
        let gate = AsyncStream.makeStream(of: Void.self)
        let suspects = TestModule("suspects") { _, _ in
            var turns = gate.stream.makeAsyncIterator()
            _ = await turns.next()
        }
        let other = TestModule("other")
        let harmless = TestModule("harmless", canEndProcess: false)
        let bench = try Bench([suspects, other, harmless])
        try await leaveRunning(["a", "b"], for: "suspects", in: bench)
        try await leaveRunning(["c"], for: "harmless", in: bench)
        try await bench.append("new", for: ["suspects", "other", "harmless"])
        try await bench.run {
            try await bench.wait(for: "c", handler: "harmless") { $0.state == .succeeded }
            try await bench.wait(for: "new", handler: "harmless") { $0.state == .succeeded }
            try await eventually { suspects.attempts == ["a#2"] }
            #expect(other.attempts.isEmpty)
            gate.continuation.yield()
            try await eventually { suspects.attempts == ["a#2", "b#2"] }
            #expect(other.attempts.isEmpty)
            gate.continuation.finish()
            try await bench.wait(for: "new", handler: "other") { $0.state == .succeeded }
            try await bench.wait(for: "new", handler: "suspects") { $0.state == .succeeded }
        }
        #expect(bench.log.lines.contains { $0.level == .notice && $0.message.contains("one at a time") })
    }

    @Test func `holds up the others no longer than the time-out of a suspect that ignores its cancellation`()
        async throws
    {
        let (allowed, allow) = AsyncStream.makeStream(of: Void.self)
        let deaf = TestModule("deaf") { _, _ in await Task { _ = await allowed.first { true } }.value }
        let other = TestModule("other")
        let bench = try Bench([deaf, other])
        try await leaveRunning(["a"], for: "deaf", in: bench)
        try await bench.append("b", for: ["other"])
        try await bench.run {
            await bench.clock.waitForSleeper(in: .seconds(60)...(.seconds(60)))
            #expect(other.attempts.isEmpty)
            bench.clock.advance(by: .seconds(60))
            try await bench.wait(for: "b", handler: "other") { $0.state == .succeeded }
            allow.yield()
            try await bench.wait(for: "a", handler: "deaf") { $0.state == .succeeded }
        }
    }

    @Test func `can be stopped while a suspect runs`() async throws {
        let module = TestModule { _, _ in await Self.waitForCancellation() }
        let bench = try Bench([module])
        try await leaveRunning(["a", "b"], in: bench)
        async let running: Void = bench.receiver.run()
        try await eventually { module.attempts == ["a#2"] }
        bench.receiver.stop(grace: .zero)
        await running
        #expect(module.attempts == ["a#2"])
        try await bench.wait(for: "a") { $0.state == .pending && $0.attempt == 1 }
    }

    @Test func `claims suspects again when the store has failed`() async throws {
        let store = FailingStore(["suspect": 1])
        let bench = try Bench([TestModule()], store: store)
        try await leaveRunning(["a"], in: bench)
        try await bench.run {
            await bench.clock.waitForSleeper(in: .seconds(1)...(.seconds(1)))
            bench.clock.advance(by: .seconds(1))
            try await bench.wait(for: "a") { $0.state == .succeeded }
        }
    }
}

/// A store whose process can die: nothing is claimed or recorded from then on.
private struct MortalStore: ForwardingStore {
    let store: MemoryStore
    let isDead = Shared(false)
    let claimed = Shared(0)

    func die() {
        isDead.change { $0 = true }
    }

    func claimDeliveries(
        for handler: HandlerID,
        limit: Int,
        slowLimit: Int,
        now: Date
    ) async throws(StoreError) -> [ClaimedDelivery] {
        if isDead.value { return [] }
        let deliveries = try await store.claimDeliveries(for: handler, limit: limit, slowLimit: slowLimit, now: now)
        claimed.change { $0 += deliveries.count }
        return deliveries
    }

    func claimSuspect(of handlers: Set<HandlerID>, now: Date) async throws(StoreError) -> ClaimedDelivery? {
        isDead.value ? nil : try await store.claimSuspect(of: handlers, now: now)
    }

    func record(_ result: AttemptResult, of delivery: Int64, now: Date) async throws(StoreError) {
        if !isDead.value { try await store.record(result, of: delivery, now: now) }
    }
}
