import EventStore
import Foundation
import Testing

extension EventStoreConformanceTests {
    // MARK: Attempts

    @Test(arguments: Backend.allCases)
    func `keeps every failed run with its start and end`(backend: Backend) async throws {
        try await backend.withStore { store async throws in
            _ = try await store.append(.sample(handlers: ["log", "other"]))
            #expect(try await store.attempts(ofMessage: 1) == [:])
            let claimed = try #require(try await store.claimOne(now: .moment(1)))
            try await store.record(.retry(at: .moment(2), error: "no\0e"), of: claimed.id, now: .moment(1.5))
            _ = try await store.claimOne(now: .moment(3))
            _ = try await store.recoverRunningDeliveries(now: .moment(100))
            _ = try await store.run(.returned, now: .moment(100))
            _ = try await store.run(.succeeded, now: .moment(101))
            _ = try await store.run(.dead(error: "gone"), for: "other", now: .moment(102))

            let log = [
                AttemptRecord(attempt: 1, startedAt: .moment(1), endedAt: .moment(1.5), error: "no\0e"),
                AttemptRecord(attempt: 2, startedAt: .moment(3), endedAt: .moment(100), error: "crashed"),
            ]
            let other = AttemptRecord(attempt: 1, startedAt: .moment(102), endedAt: .moment(102), error: "gone")
            #expect(try await store.attempts(ofMessage: 1) == ["log": log, "other": [other]])
        }
    }

    @Test(arguments: Backend.allCases)
    func `keeps the attempts before a replay`(backend: Backend) async throws {
        try await backend.withStore { store async throws in
            _ = try await store.append(.sample())
            for _ in 1...2 {
                _ = try await store.run(.dead(error: "no"), now: .moment())
                _ = try await store.replay(messages: [1], ReplayRule(), now: .moment())
            }
            #expect(try await store.attempts(ofMessage: 1)["log"]?.map(\.attempt) == [1, 1])
            #expect(try await store.newestDeliveries.map(\.attempt) == [0])
        }
    }

    @Test(arguments: Backend.allCases, [0, 2, -1, .max, .min])
    func `knows nothing of a message that is not there`(backend: Backend, row: Int64) async throws {
        try await backend.withStore { store async throws in
            _ = try await store.append(.sample())
            #expect(try await store.body(ofMessage: row) == nil)
            #expect(try await store.attempts(ofMessage: row) == [:])
            let rule = ReplayRule(handler: "log", backfills: true)
            #expect(try await store.replay(messages: [row], rule, now: .moment()) == [:])
            #expect(try await store.dismiss(messages: [row], handler: nil) == 0)
        }
    }

    // MARK: Replaying

    /// A message whose deliveries are in all states, each to a handler of that name, tried once.
    func appendAllStates(to store: any EventStore) async throws {
        let handlers = DeliveryState.allCases.map { HandlerID(rawValue: $0.rawValue) }
        _ = try await store.append(.sample(handlers: handlers))
        for (handler, result) in [
            ("succeeded", AttemptResult.succeeded), ("superseded", .superseded), ("dismissed", .dead(error: "no")),
            ("pending", .retry(at: .moment(60), error: "no")),
        ] {
            _ = try await store.run(result, for: HandlerID(rawValue: handler), now: .moment())
        }
        #expect(try await store.dismiss(messages: [1], handler: nil) == 1)
        _ = try await store.run(.dead(error: "no"), for: "dead", now: .moment())
        _ = try #require(try await store.claimOne(for: "running"))
    }

    @Test(
        arguments: Backend.allCases,
        [
            (nil, [], ["pending", "succeeded", "dead", "dismissed", "superseded"]),
            (nil, [.dead, .dismissed, .running], ["dead", "dismissed"]),
            ("succeeded", [], ["succeeded"]),
            ("succeeded", [.dead], []),
            ("running", [], []),
        ] as [(HandlerID?, Set<DeliveryState>, [HandlerID])]
    )
    func `makes the meant deliveries pending again`(
        backend: Backend,
        row: (handler: HandlerID?, states: Set<DeliveryState>, replayed: [HandlerID])
    ) async throws {
        try await backend.withStore { store async throws in
            try await appendAllStates(to: store)
            let before = try await store.newestDeliveries
            #expect(before.map(\.state.rawValue) == before.map(\.handler.rawValue))

            let rule = ReplayRule(handler: row.handler, states: row.states)
            let counts = try await store.replay(messages: [1, 1], rule, now: .moment(5))
            #expect(counts == Dictionary(uniqueKeysWithValues: row.replayed.map { ($0, 1) }))
            for (old, new) in zip(before, try await store.newestDeliveries) {
                guard row.replayed.contains(new.handler) else {
                    #expect(new == old)
                    continue
                }
                #expect(new.state == .pending)
                #expect(new.attempt == 0)
                #expect(new.nextAttemptAt == .moment(5))
            }
        }
    }

    @Test(arguments: Backend.allCases)
    func `back-fills a handler that has no delivery, and only where it is asked to`(backend: Backend) async throws {
        try await backend.withStore { store async throws in
            for id in ["1", "2"] {
                _ = try await store.append(.sample(id, subject: "customer:7", handlers: []))
            }
            for rule in [ReplayRule(handler: "new"), ReplayRule(handler: "new", states: [.dead])] {
                #expect(try await store.replay(messages: [2, 1], rule, now: .moment(5)) == [:])
            }
            let rule = ReplayRule(handler: "new", backfills: true)
            let counts = try await store.replay(messages: [2, 1], rule, now: .moment(5))
            #expect(counts == ["new": 2])
            let expected = MessageRecord.Delivery(
                handler: "new",
                state: .pending,
                attempt: 0,
                nextAttemptAt: .moment(5),
                lastError: nil,
                lane: "customer:7"
            )
            #expect(try await store.delivery(of: "1") == expected)
            for id in ["1", "2"] {
                #expect(try await store.run(for: "new", now: .moment(5)) == [id])
            }
        }
    }

    @Test(arguments: Backend.allCases)
    func `replays a lane in order of arrival`(backend: Backend) async throws {
        try await backend.withStore { store async throws in
            for id in ["1", "2", "3"] {
                _ = try await store.append(.sample(id, lane: "a"))
                #expect(try await store.run(now: .moment()) == [id])
            }
            let counts = try await store.replay(messages: [3, 1, 2], ReplayRule(), now: .moment())
            #expect(counts == ["log": 3])
            for id in ["1", "2", "3"] {
                #expect(try await store.run(now: .moment()) == [id])
            }
        }
    }

    @Test(arguments: Backend.allCases)
    func `starts to count crashes anew when it replays`(backend: Backend) async throws {
        try await backend.withStore { store async throws in
            _ = try await store.append(.sample())
            for _ in 1...2 {
                for _ in 1...2 {
                    _ = try #require(try await store.claimOne())
                    #expect(try await store.recoverRunningDeliveries(now: .moment()).resumed == 1)
                }
                _ = try await store.replay(messages: [1], ReplayRule(), now: .moment())
            }
        }
    }

    // MARK: Dismissing

    @Test(arguments: Backend.allCases)
    func `lets dead deliveries rest, of one handler or of all`(backend: Backend) async throws {
        try await backend.withStore { store async throws in
            _ = try await store.append(.sample(handlers: ["log", "other", "pending"]))
            for handler: HandlerID in ["log", "other"] {
                _ = try await store.run(.dead(error: "no"), for: handler, now: .moment())
            }
            #expect(try await store.dismiss(messages: [1], handler: "pending") == 0)
            #expect(try await store.dismiss(messages: [1], handler: "other") == 1)
            #expect(try await store.newestDeliveries.map(\.state) == [.dead, .dismissed, .pending])
            #expect(try await store.dismiss(messages: [1, 1, 9], handler: nil) == 1)
            #expect(try await store.newestDeliveries.map(\.state) == [.dismissed, .dismissed, .pending])
            #expect(try await store.newestDeliveries.map(\.lastError) == ["no", "no", nil])
        }
    }

    @Test(arguments: Backend.allCases)
    func `dismisses pending deliveries where asked, and lets their lanes continue`(backend: Backend) async throws {
        try await backend.withStore { store async throws in
            for id in ["1", "2", "3", "4"] { _ = try await store.append(.sample(id, lane: "customer:1")) }
            // The head, and one in the middle of the line.
            #expect(try await store.dismiss(messages: [1, 3], handler: "log", states: [.pending]) == 2)
            #expect(try await store.dismiss(messages: [1, 3], handler: "log", states: [.pending, .dead]) == 0)
            for id in ["2", "4"] { #expect(try await store.run(now: .moment()) == [id]) }
            #expect(try await store.run(now: .moment()) == [])
            let states = try await store.messages(limit: 9).flatMap(\.deliveries).map(\.state)
            #expect(states == [.succeeded, .dismissed, .succeeded, .dismissed])
            // Neither is a delivery that is done dismissed, whatever is asked for, nor one that runs.
            _ = try await store.append(.sample("5", lane: "customer:1"))
            _ = try #require(try await store.claimOne())
            let all = Set(DeliveryState.allCases)
            #expect(try await store.dismiss(messages: [2, 5], handler: nil, states: all) == 0)
        }
    }

    // MARK: Handing over

    @Test(arguments: Backend.allCases)
    func `hands the open deliveries of a handler over to another one`(backend: Backend) async throws {
        try await backend.withStore { store async throws in
            _ = try await store.append(.sample("done", handlers: ["shop"]))
            _ = try await store.run(for: "shop", now: .moment())
            _ = try await store.append(.sample("dead", handlers: ["shop"]))
            _ = try await store.run(.dead(error: "no"), for: "shop", now: .moment())
            _ = try await store.append(.sample("open", handlers: ["shop"]))
            _ = try await store.append(.sample("both", handlers: ["shop", "store"]))

            let rule = ReplayRule(handler: "shop", successor: "store")
            let counts = try await store.replay(messages: [1, 2, 3, 4], rule, now: .moment())
            #expect(counts == ["store": 3])
            let deliveries = try await store.messages(limit: 9).reversed().map { record in
                record.deliveries.map { "\($0.handler) \($0.state)" }
            }
            #expect(
                deliveries == [
                    ["shop succeeded"], ["shop dismissed", "store pending"], ["shop dismissed", "store pending"],
                    ["shop dismissed", "store pending"],
                ]
            )
            #expect(try await store.replay(messages: [1, 2, 3, 4], rule, now: .moment()) == [:])
        }
    }
}
