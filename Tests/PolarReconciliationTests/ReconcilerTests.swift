import EventStore
import Foundation
import PolarAPI
import PolarReceiver
import PolarReceiverTesting
import PolarReconciliation
import PolarSimulator
import Testing

/// Against a simulated Polar whose events did not all arrive.
struct ReconcilerTests {
    @Test func `stores what has failed at Polar, and nothing twice`() async throws {
        let bench = try PolarBench()
        try await bench.run {
            let lost = try await bench.emitRefused(orders: 0..<5)
            let arrived = try await bench.emit(orders: 5..<8)
            let first = try await bench.reconcile()
            #expect(first.events == 8)
            #expect(first.holes.map(\.webhookID) == lost)
            #expect(first.holes.allSatisfy { $0.outcome == .recovered })
            let inbox = try await bench.inbox()
            #expect(Set(inbox.keys) == Set(lost + arrived))
            for id in lost { #expect(inbox[id]?.message.origin == .recovered) }
            for event in bench.polar.events {
                let row = try #require(inbox[event.id]?.row)
                #expect(try await bench.store.body(ofMessage: row) == event.payload.map { Array($0.utf8) })
            }
            let second = try await bench.reconcile()
            #expect(second.holes.isEmpty)
            #expect(try await bench.inbox().count == 8)
        }
    }

    @Test func `only says what is missing where nothing is to be changed`() async throws {
        let bench = try PolarBench()
        try await bench.run {
            let lost = try await bench.emitRefused(orders: 0..<3)
            let outcome = try await bench.reconcile { $0.isDryRun = true }
            #expect(outcome.holes.map(\.webhookID) == lost)
            #expect(outcome.count(.found) == 3)
            #expect(try await bench.inbox().isEmpty)
            #expect(try bench.progress.progress(of: bench.endpoint.id) == EndpointProgress())
        }
    }

    @Test func `has Polar send again where that is wanted`() async throws {
        let bench = try PolarBench()
        try await bench.run {
            let lost = try await bench.emitRefused(orders: 0..<3)
            let outcome = try await bench.reconcile { $0.redelivers = true }
            #expect(outcome.count(.redelivered) == 3)
            try await bench.quiet()
            let inbox = try await bench.inbox()
            #expect(Set(inbox.keys) == Set(lost))
            #expect(inbox.values.allSatisfy { $0.message.origin == .delivered })
        }
    }

    @Test func `names what Polar has no payload of any more`() async throws {
        let bench = try PolarBench()
        try await bench.run {
            let lost = try await bench.emitRefused(orders: 0..<2)
            bench.polar.archive(event: lost[0])
            let outcome = try await bench.reconcile()
            #expect(outcome.holes.map(\.outcome) == [.lost, .recovered])
            #expect(try await bench.inbox().keys.map(\.self) == [lost[1]])
        }
    }

    @Test func `takes over what another inbox has got only when asked`() async throws {
        let bench = try PolarBench()
        try await bench.run {
            let ids = try await bench.emit(orders: 0..<3)
            let other = try PolarBench()
            let reconciler = Reconciler(
                polar: bench.client,
                inbox: RecoveryInbox(other.receiver),
                progress: nil,
                pacer: Pacer(interval: .zero)
            )
            let careful = try await reconciler.run(bench.local, ReconciliationOptions())
            #expect(careful.deliveredElsewhere == 3)
            #expect(try await other.inbox().isEmpty)
            var options = ReconciliationOptions()
            options.includesDelivered = true
            let outcome = try await reconciler.run(bench.local, options)
            #expect(outcome.count(.recovered) == 3)
            #expect(Set(try await other.inbox().keys) == Set(ids))
            await other.polar.stop()
        }
    }

    @Test func `reads more pages than one, the oldest first`() async throws {
        let bench = try PolarBench()
        try await bench.run {
            // Nine events, so that the endpoint is not disabled, each with ten attempts; then many that arrive.
            let lost = try await bench.emitRefused(orders: 0..<9)
            let arrived = try await bench.emit(orders: 9..<250)
            var steps: [[Int]] = []
            let outcome = try await bench.reconciler.run(bench.local, ReconciliationOptions()) { done, total in
                steps.append([done, total])
            }
            #expect(outcome.events == 250)
            #expect(outcome.holes.map(\.webhookID) == lost)
            #expect(steps == [[1, 4], [2, 4], [3, 4], [4, 4]])
            #expect(try await bench.inbox().count == lost.count + arrived.count)
        }
    }

    /// Runs ahead of Polar's clock by an hour, and lets orders be paid whenever the reconciler pauses.
    private struct BusyClock: WallClock {
        let bench: PolarBench

        let elapsed = Duration.zero

        var now: Date { Date(timeIntervalSinceNow: 3_600) }

        func nextLook() async {}

        func sleep(until date: Date) async throws {}

        func sleep(for duration: Duration) async throws { _ = try await bench.emit(orders: 1_000..<1_030) }
    }

    @Test func `misses nothing while Polar adds attempts, also with a clock that is ahead`() async throws {
        let bench = try PolarBench()
        try await bench.run {
            let lost = try await bench.emitRefused(orders: 0..<9)
            _ = try await bench.emit(orders: 9..<250)
            let clock = BusyClock(bench: bench)
            let reconciler = Reconciler(
                polar: bench.client,
                inbox: RecoveryInbox(bench.receiver),
                progress: bench.progress,
                pacer: Pacer(clock: clock, interval: .seconds(1)),
                clock: clock
            )
            let outcome = try await reconciler.run(bench.local, ReconciliationOptions())
            // Thirty came before the list was read: finding the endpoint was a request too.
            #expect(outcome.events == 280)
            #expect(outcome.holes.map(\.webhookID) == lost)
            let noted = try #require(try bench.progress.progress(of: bench.endpoint.id).checkedUntil)
            #expect(noted <= Date())
        }
    }

    @Test func `goes on after a check that was cut off`() async throws {
        let bench = try PolarBench()
        try await bench.run {
            let lost = try await bench.emitRefused(orders: 0..<9)
            _ = try await bench.emit(orders: 9..<120)
            bench.polar.fail(200)  // an answer that is none, to the list of endpoints
            await #expect(throws: ReconciliationError.self) { try await bench.reconcile() }
            #expect(try await bench.reconcile().holes.map(\.webhookID) == lost)
            #expect(try await bench.inbox().count == 120)
        }
    }

    @Test func `leaves no gap behind a check that began later`() async throws {
        let bench = try PolarBench()
        try await bench.run {
            let old = Date(timeIntervalSinceNow: -86_400)
            var progress = EndpointProgress()
            progress.checkedUntil = old
            try bench.progress.set(progress, of: bench.endpoint.id)
            let lost = try await bench.emitRefused(orders: 0..<2)
            #expect(try await bench.reconcile { $0.since = Date(timeIntervalSinceNow: 60) }.holes.isEmpty)
            let noted = try #require(try bench.progress.progress(of: bench.endpoint.id).checkedUntil)
            #expect(abs(noted.timeIntervalSince(old)) < 1)
            #expect(try await bench.reconcile().holes.map(\.webhookID) == lost)
        }
    }

    @Test func `looks back as at first where its progress is of a clock that was ahead`() async throws {
        let bench = try PolarBench()
        try await bench.run {
            let ahead = Date(timeIntervalSinceNow: 10 * 365 * 86_400)
            var progress = EndpointProgress()
            (progress.checkedUntil, progress.seenEnabledAt, progress.statesReadAt) = (ahead, ahead, ahead)
            try bench.progress.set(progress, of: bench.endpoint.id)
            let lost = try await bench.emitRefused(orders: 0..<2)
            #expect(try await bench.reconcile().holes.map(\.webhookID) == lost)
            let noted = try bench.progress.progress(of: bench.endpoint.id)
            #expect(try #require(noted.checkedUntil) < Date(timeIntervalSinceNow: 60))
            #expect(noted.statesReadAt == nil)
        }
    }

    @Test func `says that Polar has no endpoint, or more than one`() async throws {
        let bench = try PolarBench()
        try await bench.run {
            let reconciler = bench.reconciler
            let elsewhere = LocalEndpoint(name: "shop", path: "/other")
            let none = await #expect(throws: ReconciliationError.self) {
                try await reconciler.run(elsewhere, ReconciliationOptions())
            }
            #expect(none?.description.contains("whose URL ends in /other") == true)
            let second = bench.polar.addEndpoint(url: "https://shop.example\(PolarBench.path)/")
            let several = await #expect(throws: ReconciliationError.self) { try await bench.reconcile() }
            #expect(several?.description.contains("set endpoints.polar.polar_id") == true)
            let chosen = LocalEndpoint(name: "polar", path: PolarBench.path, polarID: second.id)
            let outcome = try await reconciler.run(chosen, ReconciliationOptions())
            #expect(outcome.endpoint.id == second.id)
        }
    }
}
