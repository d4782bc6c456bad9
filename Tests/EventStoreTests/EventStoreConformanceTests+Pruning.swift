import EventStore
import Foundation
import Testing

extension EventStoreConformanceTests {
    /// Long before every message of the tests, so that ids are kept.
    private static let longAgo = Date.moment(-1_000_000)

    // MARK: Pruning

    @Test(arguments: Backend.allCases)
    func `takes body and headers of a message that is done, and knows its id further on`(backend: Backend) async throws
    {
        try await backend.withStore { store async throws in
            _ = try await store.append(.sample(handlers: ["log", "other"]))
            _ = try await store.run(.succeeded, now: .moment())
            _ = try await store.run(.dead(error: "no"), for: "other", now: .moment())
            _ = try await store.dismiss(messages: [1], handler: nil)
            #expect(try await store.prune(messages: [1, 1, 7], keepingIDsSince: Self.longAgo) == 1)
            #expect(try await store.prune(messages: [1], keepingIDsSince: Self.longAgo) == 0)

            let record = try #require(try await store.messages(limit: 1).first)
            #expect(record.message.isPruned)
            #expect(record.message.headers.isEmpty)
            #expect(record.message.bodySize == 0)
            #expect(record.message.type == "order.paid")
            #expect(record.deliveries.map(\.state) == [.succeeded, .dismissed])
            #expect(try await store.body(ofMessage: 1) == [])
            #expect(try await store.append(.sample()) == .duplicate)
        }
    }

    @Test(arguments: Backend.allCases, DeliveryState.allCases)
    func `takes nothing from a message that somebody needs`(backend: Backend, state: DeliveryState) async throws {
        try await backend.withStore { store async throws in
            try await appendAllStates(to: store)
            #expect(try await store.prune(messages: [1], keepingIDsSince: .distantFuture) == 0)
            _ = try await store.append(.sample("msg_2", handlers: [HandlerID(rawValue: state.rawValue)]))
            try await bring(2, to: state, in: store)
            let count = try await store.prune(messages: [2], keepingIDsSince: Self.longAgo)
            #expect(count == ([.succeeded, .dismissed, .superseded].contains(state) ? 1 : 0))
        }
    }

    /// Brings the only delivery of a message, to a handler of the state's name, to that state.
    private func bring(_ row: Int64, to state: DeliveryState, in store: any EventStore) async throws {
        let handler = HandlerID(rawValue: state.rawValue)
        switch state {
        case .pending: break
        case .running: _ = try await store.claimDeliveries(for: handler, limit: 9, now: .moment())
        case .succeeded: _ = try await store.run(.succeeded, for: handler, now: .moment())
        case .superseded: _ = try await store.run(.superseded, for: handler, now: .moment())
        case .dead: _ = try await store.run(.dead(error: "no"), for: handler, now: .moment())
        case .dismissed:
            _ = try await store.run(.dead(error: "no"), for: handler, now: .moment())
            _ = try await store.dismiss(messages: [row], handler: nil)
        }
    }

    @Test(arguments: Backend.allCases)
    func `removes a message whose id is old enough, with all that belongs to it`(backend: Backend) async throws {
        try await backend.withStore { store async throws in
            for id in ["old", "new"] {
                let age: Double = id == "old" ? -10 : 0
                _ = try await store.append(.sample(id, receivedAt: .moment(age)))
                _ = try await store.run(.retry(at: .moment(), error: "no"), now: .moment())
                _ = try await store.run(.succeeded, now: .moment())
            }
            #expect(try await store.prune(messages: [1, 2], keepingIDsSince: .moment(-5)) == 2)
            #expect(try await store.webhookIDs == ["new"])
            #expect(try await store.body(ofMessage: 1) == nil)
            #expect(try await store.attempts(ofMessage: 1) == [:])
            let rule = ReplayRule(handler: "log", backfills: true)
            #expect(try await store.replay(messages: [1], rule, now: .moment()) == [:])
            #expect(try await store.append(.sample("old")) == .accepted)
            #expect(try await store.append(.sample("new")) == .duplicate)
        }
    }

    @Test(arguments: Backend.allCases)
    func `does not replay what it has no body of`(backend: Backend) async throws {
        try await backend.withStore { store async throws in
            _ = try await store.append(.sample())
            _ = try await store.run(.succeeded, now: .moment())
            _ = try await store.prune(messages: [1], keepingIDsSince: Self.longAgo)
            for rule in [ReplayRule(), ReplayRule(handler: "new", backfills: true), ReplayRule(states: [.succeeded])] {
                #expect(try await store.replay(messages: [1], rule, now: .moment()) == [:])
            }
            #expect(try await store.newestDeliveries.map(\.handler) == ["log"])
        }
    }

    @Test(arguments: Backend.allCases)
    func `lists by whether the body is there`(backend: Backend) async throws {
        try await backend.withStore { store async throws in
            for id in ["a", "b", "c"] {
                _ = try await store.append(.sample(id))
                _ = try await store.run(.succeeded, now: .moment())
            }
            _ = try await store.prune(messages: [2], keepingIDsSince: Self.longAgo)
            #expect(try await store.webhookIDs(Self.query { $0.isPruned = true }) == ["b"])
            #expect(try await store.webhookIDs(Self.query { $0.isPruned = false }) == ["c", "a"])
        }
    }

    // MARK: Type patterns

    @Test(
        arguments: Backend.allCases,
        [
            (["order.*"], ["b", "a"]), (["order.*", "refund.created"], ["d", "b", "a"]), (["order.p*"], ["a"]),
            (["*"], ["e", "d", "c", "b", "a"]), (["order*"], ["c", "b", "a"]), (["nothing.*"], []),
            (["nothing.*", "order.paid"], ["a"]), (["order._*"], []), (["order.paid", "order.*"], ["b", "a"]),
        ] as [([TypePattern], [String])]
    )
    func `takes the types that a pattern means`(
        backend: Backend,
        row: (patterns: [TypePattern], ids: [String])
    ) async throws {
        try await backend.withStore { store async throws in
            let types = ["order.paid", "order.refunded", "orders", "refund.created", nil]
            for (id, type) in zip(["a", "b", "c", "d", "e"], types) {
                _ = try await store.append(.sample(id, type: type))
            }
            #expect(try await store.webhookIDs(Self.query { $0.types = row.patterns }) == row.ids)
            let ofHandler = Self.query { query in
                query.types = row.patterns
                query.states = [.pending]
            }
            #expect(try await store.webhookIDs(ofHandler) == row.ids)
        }
    }

    // MARK: Duplicates across endpoints

    @Test(arguments: Backend.allCases)
    func `takes an equal digest at another endpoint for a duplicate`(backend: Backend) async throws {
        try await backend.withStore { store async throws in
            _ = try await store.append(.sample("a", digest: [1, 2]))
            #expect(try await store.append(.sample("b", endpoint: "second", digest: [1, 2])) == .duplicate)
            #expect(try await store.append(.sample("c", endpoint: "second", digest: [1, 3])) == .accepted)
            #expect(try await store.append(.sample("d", digest: [1, 2])) == .accepted)
            #expect(try await store.append(.sample("e", endpoint: "second", digest: nil)) == .accepted)
            _ = try await store.run(.dead(error: "no"), now: .moment())
            #expect(try await store.append(.sample("f", endpoint: "second", digest: [1, 2])) == .retrying(["log"]))
            #expect(try await store.webhookIDs == ["a", "c", "d", "e"])
        }
    }

    // MARK: Replays as new ones

    @Test(arguments: Backend.allCases)
    func `counts the replays as a new delivery`(backend: Backend) async throws {
        try await backend.withStore { store async throws in
            _ = try await store.append(.sample())
            for (asNew, generation) in [(false, 0), (true, 1), (false, 1), (true, 2)] {
                _ = try await store.run(.succeeded, now: .moment())
                _ = try await store.replay(messages: [1], ReplayRule(asNew: asNew), now: .moment())
                #expect(try await store.newestDeliveries.map(\.generation) == [generation])
            }
            #expect(try await store.claimOne()?.generation == 2)
        }
    }
}
