import EventStore
import Foundation
import Testing

/// What becomes of the dates of open deliveries when the clock is set.
extension EventStoreConformanceTests {
    private static let hours = 8 * 3_600.0

    @Test(arguments: Backend.allCases)
    func `lets a retry wait as long as before when the clock was set back between two processes`(
        backend: Backend
    ) async throws {
        try await backend.withStore { store async throws in
            _ = try await store.append(.sample())
            _ = try await store.run(.retry(at: .moment(9), error: "no"), now: .moment())
            let restart = Date.moment(-Self.hours)
            _ = try await store.recoverRunningDeliveries(now: restart)
            #expect(try await store.nextAttemptDate(for: "log") == restart.addingTimeInterval(9))
            // A further restart does not begin anew.
            _ = try await store.recoverRunningDeliveries(now: restart.addingTimeInterval(5))
            #expect(try await store.nextAttemptDate(for: "log") == restart.addingTimeInterval(9))
        }
    }

    @Test(arguments: Backend.allCases)
    func `runs at once what never waited when the clock was set back between two processes`(
        backend: Backend
    ) async throws {
        try await backend.withStore { store async throws in
            for id in ["running", "new"] { _ = try await store.append(.sample(id)) }
            _ = try await store.claimDeliveries(for: "log", limit: 1, now: .moment())
            let restart = Date.moment(-Self.hours)
            _ = try await store.recoverRunningDeliveries(now: restart)
            #expect(try await store.run(now: restart) == ["running", "new"])
            let attempts = try await store.attempts(ofMessage: 1)["log"] ?? []
            #expect(attempts.allSatisfy { $0.startedAt <= $0.endedAt })
        }
    }

    @Test(arguments: Backend.allCases)
    func `lets a lane wait no longer than its patience when the clock was set back between two processes`(
        backend: Backend
    ) async throws {
        try await backend.withStore(laneRule: LaneRule(patience: .seconds(900))) { store async throws in
            for id in ["a", "b"] { _ = try await store.append(.sample(id, lane: "customer:1")) }
            _ = try await store.run(.retry(at: .moment(5_000), error: "no"), now: .moment())
            let restart = Date.moment(-Self.hours)
            _ = try await store.recoverRunningDeliveries(now: restart)
            #expect(try await store.nextAttemptDate(for: "log") == restart.addingTimeInterval(900))
            #expect(try await store.run(now: restart.addingTimeInterval(899)) == [])
            #expect(try await store.run(now: restart.addingTimeInterval(900)) == ["b"])
        }
    }

    @Test(arguments: Backend.allCases, [Duration.seconds(-8 * 3_600), .seconds(3 * 86_400)])
    func `moves the dates of what is open with a clock that is set`(backend: Backend, change: Duration) async throws {
        try await backend.withStore(laneRule: LaneRule(patience: .seconds(900))) { store async throws in
            for id in ["a", "b"] { _ = try await store.append(.sample(id, lane: "customer:1")) }
            _ = try await store.run(.retry(at: .moment(5_000), error: "no"), now: .moment())
            _ = try await store.append(.sample("c", receivedAt: .moment(1)))
            let now = Date.moment(change / .seconds(1))
            try await store.moveOpenDeliveries(by: change, now: now.addingTimeInterval(1))
            #expect(try await store.nextAttemptDate(for: "log") == now.addingTimeInterval(1))
            #expect(try await store.run(now: now.addingTimeInterval(1)) == ["c"])
            // The patience of the lane is over as late as before.
            #expect(try await store.run(now: now.addingTimeInterval(899)) == [])
            #expect(try await store.run(now: now.addingTimeInterval(900)) == ["b"])
            #expect(try await store.run(now: now.addingTimeInterval(4_999)) == [])
            #expect(try await store.run(now: now.addingTimeInterval(5_000)) == ["a"])
        }
    }

    @Test(arguments: Backend.allCases, [Duration.seconds(-8 * 3_600), .seconds(3 * 86_400)])
    func `moves no date that was taken after the clock was set`(backend: Backend, change: Duration) async throws {
        try await backend.withStore { store async throws in
            let now = Date.moment(change / .seconds(1))
            _ = try await store.append(.sample("new", receivedAt: now))
            _ = try await store.append(.sample("failed", receivedAt: now, handlers: ["other"]))
            _ = try await store.run(.retry(at: now.addingTimeInterval(90), error: "no"), for: "other", now: now)
            try await store.moveOpenDeliveries(by: change, now: now.addingTimeInterval(45))
            #expect(try await store.nextAttemptDate(for: "log") == now)
            #expect(try await store.nextAttemptDate(for: "other") == now.addingTimeInterval(90))
        }
    }

    @Test(arguments: Backend.allCases)
    func `moves dates that are as far away as can be`(backend: Backend) async throws {
        try await backend.withStore { store async throws in
            _ = try await store.append(.sample())
            _ = try await store.run(.retry(at: .distantFuture, error: "no"), now: .moment())
            try await store.moveOpenDeliveries(by: .seconds(3_600), now: .moment(3_600))
            try await store.moveOpenDeliveries(by: .seconds(-3_600), now: .moment())
            _ = try await store.recoverRunningDeliveries(now: .moment(-1))
            #expect(try await store.nextAttemptDate(for: "log") != nil)
        }
    }

    @Test(arguments: Backend.allCases)
    func `tells since when the oldest delivery waits by dates that move with the clock`(backend: Backend) async throws {
        try await backend.withStore { store async throws in
            _ = try await store.append(.sample())
            _ = try await store.run(.retry(at: .moment(9), error: "no"), now: .moment(2))
            try await store.moveOpenDeliveries(by: .seconds(-Self.hours), now: .moment(9 - Self.hours))
            #expect(try await store.summary().oldestPendingArrival == .moment(2 - Self.hours))
        }
    }
}
