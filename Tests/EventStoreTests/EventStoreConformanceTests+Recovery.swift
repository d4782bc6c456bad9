import EventStore
import Foundation
import Testing

extension EventStoreConformanceTests {
    // MARK: Recovering

    @Test(arguments: Backend.allCases)
    func `resumes a running delivery, and gives up after three ends at which it ran alone`(backend: Backend)
        async throws
    {
        try await backend.withStore { store async throws in
            _ = try await store.append(.sample("crashing"))
            for run in 1...3 {
                #expect(try await store.claimOne()?.attempt == run)
                let (left, dead) = run < 3 ? (1, 0) : (0, 1)
                let summary = try await store.recoverRunningDeliveries(now: .moment())
                #expect(summary == RecoverySummary(resumed: left, suspects: left, crashed: dead))
                #expect(try await store.newestDeliveries.map(\.state) == [run < 3 ? .pending : .dead])
                #expect(try await store.newestDeliveries.map(\.lastError) == ["crashed"])
            }
            #expect(try await store.append(.sample("crashing")) == .retrying(["log"]))
            #expect(try await store.claimOne()?.attempt == 1)
            #expect(try await store.recoverRunningDeliveries(now: .moment()).resumed == 1)
        }
    }

    @Test(arguments: Backend.allCases, [AttemptResult.retry(at: .moment(), error: "no"), .returned])
    func `starts to count runs that end with the process anew after one that does not`(
        backend: Backend,
        result: AttemptResult
    ) async throws {
        try await backend.withStore { store async throws in
            _ = try await store.append(.sample())
            for _ in 1...2 {
                for _ in 1...2 {
                    _ = try #require(try await store.claimOne())
                    #expect(try await store.recoverRunningDeliveries(now: .moment()).resumed == 1)
                }
                let claimed = try #require(try await store.claimOne())
                try await store.record(result, of: claimed.id, now: .moment())
            }
        }
    }

    @Test(arguments: Backend.allCases)
    func `recovers running deliveries only`(backend: Backend) async throws {
        try await backend.withStore { store async throws in
            _ = try await store.append(.sample(handlers: ["pending", "running", "succeeded", "dead"]))
            for (handler, result) in [("succeeded", AttemptResult.succeeded), ("dead", .dead(error: "no"))] {
                let claimed = try #require(try await store.claimOne(for: HandlerID(rawValue: handler)))
                try await store.record(result, of: claimed.id, now: .moment())
            }
            _ = try #require(try await store.claimOne(for: "running"))
            let summary = try await store.recoverRunningDeliveries(now: .moment())
            #expect(summary == RecoverySummary(resumed: 1, suspects: 1, crashed: 0))
            #expect(try await store.newestDeliveries.map(\.state) == [.pending, .pending, .succeeded, .dead])
        }
    }

    // MARK: Suspects

    @Test(arguments: Backend.allCases)
    func `blames none of several that ran when a process ended`(backend: Backend) async throws {
        try await backend.withStore { store async throws in
            for id in ["a", "b"] { _ = try await store.append(.sample(id)) }
            for _ in 1...5 {
                #expect(try await store.claimDeliveries(for: "log", limit: 9, now: .moment()).count == 2)
                let summary = try await store.recoverRunningDeliveries(now: .moment())
                #expect(summary == RecoverySummary(resumed: 2, suspects: 2, crashed: 0))
            }
            let deliveries = try await store.messages(limit: 9).flatMap(\.deliveries)
            #expect(deliveries.map(\.state) == [.pending, .pending])
            #expect(deliveries.map(\.lastError) == ["interrupted", "interrupted"])
            #expect(deliveries.map(\.attempt) == [5, 5])
        }
    }

    @Test(arguments: Backend.allCases)
    func `suspects no delivery of a handler that cannot end the process, nor blames others less for it`(
        backend: Backend
    ) async throws {
        try await backend.withStore { store async throws in
            _ = try await store.append(.sample("a", handlers: ["exec", "own"]))
            for run in 1...3 {
                _ = try #require(try await store.claimOne(for: "exec"))
                _ = try #require(try await store.claimOne(for: "own"))
                let summary = try await store.recoverRunningDeliveries(harmless: ["exec"], now: .moment())
                let (suspects, dead) = run < 3 ? (1, 0) : (0, 1)
                #expect(summary == RecoverySummary(resumed: 1 + suspects, suspects: suspects, crashed: dead))
            }
            #expect(try await store.newestDeliveries.map(\.state) == [.pending, .dead])
            #expect(try await store.newestDeliveries.map(\.lastError) == ["interrupted", "crashed"])
            #expect(try await store.claimSuspect(of: ["exec", "own"], now: .moment()) == nil)
        }
    }

    @Test(arguments: Backend.allCases)
    func `hands out suspects one by one, the one that was started last first`(backend: Backend) async throws {
        try await backend.withStore { store async throws in
            let handlers: [HandlerID] = ["one", "two", "three"]
            for (index, handler) in handlers.enumerated() {
                let now = Date.moment(Double(index))
                _ = try await store.append(.sample("for \(handler)", receivedAt: now, handlers: [handler]))
                _ = try #require(try await store.claimOne(for: handler, now: now))
            }
            _ = try await store.append(.sample("new", receivedAt: .moment(3), handlers: handlers))
            #expect(try await store.recoverRunningDeliveries(now: .moment(4)).suspects == 3)
            var claimed: [String] = []
            while let suspect = try await store.claimSuspect(of: ["one", "three"], now: .moment(5)) {
                claimed.append(suspect.message.webhookID)
                #expect(suspect.attempt == 2)
            }
            #expect(claimed == ["for three", "for one"])
            #expect(try await store.claimSuspect(of: ["two"], now: .moment(5))?.message.webhookID == "for two")
        }
    }

    @Test(
        arguments: Backend.allCases,
        [AttemptResult.succeeded, .retry(at: .moment(), error: "no"), .timedOut(retryAt: .moment(), error: "late")]
    )
    func `suspects a delivery no longer once a run of it has ended`(
        backend: Backend,
        result: AttemptResult
    ) async throws {
        try await backend.withStore { store async throws in
            _ = try await store.append(.sample())
            _ = try #require(try await store.claimOne())
            _ = try await store.recoverRunningDeliveries(now: .moment())
            let suspect = try #require(try await store.claimSuspect(of: ["log"], now: .moment()))
            try await store.record(result, of: suspect.id, now: .moment())
            #expect(try await store.claimSuspect(of: ["log"], now: .moment()) == nil)
        }
    }

    @Test(arguments: Backend.allCases)
    func `suspects a delivery no longer once it is replayed`(backend: Backend) async throws {
        try await backend.withStore { store async throws in
            _ = try await store.append(.sample())
            _ = try #require(try await store.claimOne())
            _ = try await store.recoverRunningDeliveries(now: .moment())
            _ = try await store.replay(messages: [1], ReplayRule(), now: .moment())
            #expect(try await store.claimSuspect(of: ["log"], now: .moment()) == nil)
        }
    }
}
