import EventStore
import Foundation
import Testing

extension EventStoreConformanceTests {
    @Test(arguments: Backend.allCases)
    func `sums up what is not finished`(backend: Backend) async throws {
        try await backend.withStore { store async throws in
            #expect(try await store.summary() == InboxSummary())
            for number in 1...4 {
                let handlers: [HandlerID] = number == 3 ? ["log", "other"] : ["log"]
                let arrival = Date.moment(Double(number))
                _ = try await store.append(.sample("\(number)", receivedAt: arrival, handlers: handlers))
            }
            #expect(try await store.summary().oldestPendingArrival == .moment(1))
            let first = try #require(try await store.claimOne(now: .moment(1)))
            try await store.record(.succeeded, of: first.id, now: .moment(9))
            let second = try #require(try await store.claimOne(now: .moment(2)))
            try await store.record(.dead(error: "no"), of: second.id, now: .moment(9))
            _ = try #require(try await store.claimOne(now: .moment(3)))
            let summary = try await store.summary()
            #expect(summary.counts == ["log": [.pending: 1, .running: 1, .dead: 1], "other": [.pending: 1]])
            #expect(summary.count(.pending) == 2)
            #expect(summary.count(.succeeded) == 0)
            #expect(summary.oldestPendingArrival == .moment(3))
        }
    }

    @Test(arguments: Backend.allCases)
    func `finds the newest message of each type`(backend: Backend) async throws {
        try await backend.withStore { store async throws in
            #expect(try await store.newestRows() == [:])
            for (id, type) in [("a", "order.paid"), ("b", "order.created"), ("c", "order.paid"), ("d", nil)] {
                _ = try await store.append(.sample(id, type: type))
            }
            #expect(try await store.newestRows() == ["order.paid": 3, "order.created": 2])
        }
    }
}
