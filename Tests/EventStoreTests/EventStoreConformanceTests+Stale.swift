import EventStore
import Foundation
import Testing

extension EventStoreConformanceTests {
    @Test(
        arguments: Backend.allCases,
        [
            (Date.moment(10) as Date?, Date.moment(9) as Date?, true),
            (.moment(10), .moment(9.999_999), true),
            (.moment(10), .moment(10), false),
            (.moment(10), .moment(11), false),
            (.moment(10), nil, false),
            (nil, .moment(9), false),
        ]
    )
    func `finds an event stale that is older than one of its topic that succeeded`(
        backend: Backend,
        row: (first: Date?, second: Date?, isStale: Bool)
    ) async throws {
        try await backend.withStore { store async throws in
            _ = try await store.append(.sample("first", timestamp: row.first, topic: "order:1"))
            #expect(try await store.run(now: .moment()) == ["first"])
            _ = try await store.append(.sample("second", timestamp: row.second, topic: "order:1"))
            #expect(try await store.claimOne()?.isStale == row.isStale)
        }
    }

    @Test(
        arguments: Backend.allCases,
        [AttemptResult.superseded, .dead(error: "no"), .retry(at: .moment(60), error: "no"), .returned]
    )
    func `compares with events that succeeded only`(backend: Backend, result: AttemptResult) async throws {
        try await backend.withStore { store async throws in
            _ = try await store.append(.sample("newer", timestamp: .moment(10), topic: "order:1"))
            #expect(try await store.run(result, now: .moment()) == ["newer"])
            _ = try await store.append(.sample("older", timestamp: .moment(9), topic: "order:1"))
            let claimed = try await store.claimDeliveries(for: "log", limit: 9, now: .moment())
            #expect(claimed.last?.message.webhookID == "older")
            #expect(claimed.last?.isStale == false)
        }
    }

    @Test(arguments: Backend.allCases)
    func `keeps handlers and topics apart, and asks nobody without one`(backend: Backend) async throws {
        try await backend.withStore { store async throws in
            let handlers: [HandlerID] = ["log", "other"]
            _ = try await store.append(.sample("newer", timestamp: .moment(10), handlers: handlers, topic: "a"))
            #expect(try await store.run(now: .moment()) == ["newer"])
            for topic in ["a", "b", "a\0", nil] {
                let id = topic ?? "none"
                _ = try await store.append(.sample(id, timestamp: .moment(9), handlers: handlers, topic: topic))
            }
            let claimed = try await store.claimDeliveries(for: "log", limit: 9, now: .moment())
            #expect(claimed.filter(\.isStale).map(\.message.webhookID) == ["a"])
            let others = try await store.claimDeliveries(for: "other", limit: 9, now: .moment())
            #expect(others.map(\.isStale) == [false, false, false, false, false])
        }
    }

    @Test(arguments: Backend.allCases)
    func `remembers the latest event, not the last`(backend: Backend) async throws {
        try await backend.withStore { store async throws in
            for (id, seconds) in [("newer", 10.0), ("older", 5)] {
                _ = try await store.append(.sample(id, timestamp: .moment(seconds), topic: "order:1"))
                #expect(try await store.run(now: .moment()) == [id])
            }
            _ = try await store.append(.sample("between", timestamp: .moment(7), topic: "order:1"))
            #expect(try await store.claimOne()?.isStale == true)
        }
    }

    @Test(arguments: Backend.allCases)
    func `finds a replayed event stale like any other, and the latest itself not`(backend: Backend) async throws {
        try await backend.withStore { store async throws in
            for (id, seconds) in [("older", 5.0), ("newer", 10)] {
                _ = try await store.append(.sample(id, timestamp: .moment(seconds), topic: "order:1"))
                #expect(try await store.run(now: .moment()) == [id])
            }
            _ = try await store.replay(messages: [1, 2], ReplayRule(), now: .moment())
            let claimed = try await store.claimDeliveries(for: "log", limit: 9, now: .moment())
            #expect(claimed.map(\.isStale) == [true, false])
        }
    }
}
