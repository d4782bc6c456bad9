import EventStore
import Foundation
import Testing

extension EventStoreConformanceTests {
    @Test(arguments: Backend.allCases)
    func `hands out as many slow deliveries as asked for, and others in their place`(backend: Backend) async throws {
        try await backend.withStore { store async throws in
            for id in ["a", "b", "c"] { _ = try await store.append(.sample(id)) }
            let late = AttemptResult.timedOut(retryAt: .moment(1), error: "late")
            #expect(try await store.run(late, now: .moment()) == ["a", "b", "c"])
            for id in ["d", "e"] { _ = try await store.append(.sample(id, receivedAt: .moment(2))) }
            let none = try await store.claimDeliveries(for: "log", limit: 1, slowLimit: -1, now: .moment(3))
            #expect(none.map(\.message.webhookID) == ["d"])
            let some = try await store.claimDeliveries(for: "log", limit: 2, slowLimit: 1, now: .moment(3))
            #expect(some.map(\.message.webhookID) == ["a", "e"])
            #expect(some.map(\.isSlow) == [true, false])
            let rest = try await store.claimDeliveries(for: "log", limit: 9, now: .moment(3))
            #expect(rest.map(\.message.webhookID) == ["b", "c"])
        }
    }

    @Test(arguments: Backend.allCases)
    func `leaves slow deliveries out of the next date where they cannot be claimed`(backend: Backend) async throws {
        try await backend.withStore { store async throws in
            _ = try await store.append(.sample("a"))
            _ = try await store.run(.timedOut(retryAt: .moment(1), error: "late"), now: .moment())
            #expect(try await store.nextAttemptDate(for: "log", includingSlow: false) == nil)
            #expect(try await store.nextAttemptDate(for: "log", includingSlow: true) == .moment(1))
            _ = try await store.append(.sample("b", receivedAt: .moment(2)))
            #expect(try await store.nextAttemptDate(for: "log", includingSlow: false) == .moment(2))
        }
    }

    @Test(arguments: Backend.allCases)
    func `takes a replayed delivery for slow no longer`(backend: Backend) async throws {
        try await backend.withStore { store async throws in
            _ = try await store.append(.sample())
            _ = try await store.run(.timedOut(retryAt: .moment(1), error: "late"), now: .moment())
            _ = try await store.replay(messages: [1], ReplayRule(), now: .moment(2))
            let claimed = try await store.claimDeliveries(for: "log", limit: 9, slowLimit: 0, now: .moment(2))
            #expect(claimed.map(\.isSlow) == [false])
        }
    }

    @Test(arguments: Backend.allCases)
    func `says since when a running delivery has exceeded its time`(backend: Backend) async throws {
        try await backend.withStore { store async throws in
            _ = try await store.append(.sample())
            let claimed = try #require(try await store.claimOne())
            #expect(try await store.newestDeliveries.map(\.overdueSince) == [nil])
            try await store.noteOverdue(claimed.id, now: .moment(60))
            #expect(try await store.newestDeliveries.map(\.overdueSince) == [.moment(60)])
            try await store.record(.retry(at: .moment(61), error: "no"), of: claimed.id, now: .moment(61))
            #expect(try await store.newestDeliveries.map(\.overdueSince) == [nil])
            try await store.noteOverdue(claimed.id, now: .moment(62))
            _ = try #require(try await store.claimOne(now: .moment(61)))
            #expect(try await store.newestDeliveries.map(\.overdueSince) == [nil])
        }
    }
}
