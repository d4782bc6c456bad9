import EventStore
import Foundation
import Testing

extension EventStoreConformanceTests {
    /// A failure that is tried again `seconds` after the start.
    private func failure(until seconds: Double) -> AttemptResult {
        .retry(at: .moment(seconds), error: "no")
    }

    private func append(_ ids: [String], lane: String? = "a", to store: any EventStore) async throws {
        for id in ids {
            _ = try await store.append(.sample(id, lane: lane))
        }
    }

    // MARK: Waiting

    @Test(arguments: Backend.allCases, [AttemptResult.succeeded, .superseded, .dead(error: "no")])
    func `runs the deliveries of a lane one after the other`(backend: Backend, end: AttemptResult) async throws {
        try await backend.withStore { store async throws in
            try await append(["1", "2", "3"], to: store)
            let blocked = try await store.messages(limit: 9).reversed().flatMap(\.deliveries).map(\.isBlocked)
            #expect(blocked == [false, true, true])
            for id in ["1", "2", "3"] {
                #expect(try await store.run(end, now: .moment()) == [id])
            }
            #expect(try await store.run(now: .moment()) == [])
            #expect(try await store.messages(limit: 9).flatMap(\.deliveries).allSatisfy { !$0.isBlocked })
        }
    }

    @Test(arguments: Backend.allCases)
    func `lets no delivery of a lane pass one that runs, is returned or waits for its retry`(
        backend: Backend
    ) async throws {
        try await backend.withStore { store async throws in
            try await append(["1", "2"], to: store)
            let running = try #require(try await store.claimOne())
            #expect(try await store.run(now: .moment()) == [])
            try await store.record(.returned, of: running.id, now: .moment())
            #expect(try await store.run(failure(until: 60), now: .moment()) == ["1"])
            #expect(try await store.nextAttemptDate(for: "log") == .moment(60))
            #expect(try await store.run(now: .moment(59)) == [])
            #expect(try await store.run(now: .moment(60)) == ["1"])
            #expect(try await store.nextAttemptDate(for: "log") == .moment())
            #expect(try await store.run(now: .moment(60)) == ["2"])
        }
    }

    @Test(
        arguments: Backend.allCases,
        [
            [NewMessage.sample("1", lane: "a"), .sample("2", lane: "b")],
            [.sample("1", lane: nil), .sample("2", lane: nil)],
            [.sample("1", lane: "caf\u{e9}"), .sample("2", lane: "cafe\u{301}")],
            [.sample("1", lane: "a"), .sample("2", lane: "a\0")],
            [.sample("1", lane: ""), .sample("2", lane: nil)],
        ]
    )
    func `runs deliveries of different lanes side by side`(backend: Backend, messages: [NewMessage]) async throws {
        try await backend.withStore { store async throws in
            for message in messages {
                _ = try await store.append(message)
            }
            #expect(try await store.claimDeliveries(for: "log", limit: 9, now: .moment()).count == 2)
        }
    }

    @Test(arguments: Backend.allCases)
    func `keeps the lanes of handlers apart`(backend: Backend) async throws {
        try await backend.withStore { store async throws in
            for id in ["1", "2"] {
                _ = try await store.append(.sample(id, handlers: ["log", "other"], lane: "a"))
            }
            #expect(try await store.run(now: .moment()) == ["1"])
            #expect(try await store.run(now: .moment()) == ["2"])
            #expect(try await store.run(for: "other", now: .moment()) == ["1"])
        }
    }

    @Test(arguments: Backend.allCases)
    func `hands out what became first of its lane by its own date`(backend: Backend) async throws {
        try await backend.withStore { store async throws in
            try await append(["1", "2"], to: store)
            _ = try await store.append(.sample("other", receivedAt: .moment(1)))
            #expect(try await store.run(now: .moment()) == ["1"])
            #expect(try await store.run(now: .moment(1)) == ["2", "other"])
        }
    }

    @Test(arguments: Backend.allCases)
    func `unblocks the next of a lane when the first is dead after three crashes`(backend: Backend) async throws {
        try await backend.withStore { store async throws in
            try await append(["1", "2"], to: store)
            for _ in 1...3 {
                #expect(try await store.claimOne()?.message.webhookID == "1")
                _ = try await store.recoverRunningDeliveries(now: .moment())
            }
            #expect(try await store.run(now: .moment()) == ["2"])
        }
    }

    // MARK: Overtaking

    @Test(arguments: Backend.allCases)
    func `lets a lane pass a delivery that has failed for fifteen minutes`(backend: Backend) async throws {
        try await backend.withStore { store async throws in
            try await append(["1", "2", "3"], to: store)
            #expect(try await store.run(failure(until: 600), now: .moment(1)) == ["1"])
            #expect(try await store.run(failure(until: 5_000), now: .moment(600)) == ["1"])
            #expect(try await store.nextAttemptDate(for: "log") == .moment(901))
            #expect(try await store.run(now: .moment(900.999)) == [])
            #expect(try await store.delivery(of: "1")?.isOvertaken == false)

            #expect(try await store.run(now: .moment(901)) == ["2"])
            #expect(try await store.delivery(of: "1")?.isOvertaken == true)
            #expect(try await store.run(now: .moment(901)) == ["3"])
            #expect(try await store.nextAttemptDate(for: "log") == .moment(5_000))
            #expect(try await store.run(now: .moment(5_000)) == ["1"])
            #expect(try await store.nextAttemptDate(for: "log") == nil)
        }
    }

    @Test(arguments: Backend.allCases)
    func `lets a lane pass at once when the failure that is recorded comes too late`(backend: Backend) async throws {
        try await backend.withStore { store async throws in
            try await append(["1", "2"], to: store)
            #expect(try await store.run(failure(until: 800), now: .moment()) == ["1"])
            let claimed = try #require(try await store.claimOne(now: .moment(800)))
            #expect(try await store.run(now: .moment(950)) == [])
            try await store.record(failure(until: 2_000), of: claimed.id, now: .moment(950))
            #expect(try await store.delivery(of: "1")?.isOvertaken == true)
            #expect(try await store.nextAttemptDate(for: "log") == .moment())
            #expect(try await store.run(now: .moment(950)) == ["2"])
        }
    }

    @Test(arguments: Backend.allCases)
    func `keeps an overtaken delivery out of its lane for the rest of its retries`(backend: Backend) async throws {
        try await backend.withStore { store async throws in
            try await append(["1", "2"], to: store)
            #expect(try await store.run(failure(until: 1_000), now: .moment()) == ["1"])
            #expect(try await store.run(failure(until: 2_000), now: .moment(900)) == ["2"])
            #expect(try await store.run(failure(until: 1_100), now: .moment(1_000)) == ["1"])
            try await append(["3"], to: store)
            #expect(try await store.run(.dead(error: "no"), now: .moment(1_100)) == ["1"])
            #expect(try await store.delivery(of: "3")?.isBlocked == true)
            #expect(try await store.run(now: .moment(2_000)) == ["3", "2"])
        }
    }

    @Test(arguments: Backend.allCases)
    func `names no date for a failing delivery that nobody waits for`(backend: Backend) async throws {
        try await backend.withStore { store async throws in
            try await append(["1", "2"], to: store)
            #expect(try await store.run(now: .moment()) == ["1"])
            #expect(try await store.run(failure(until: 5_000), now: .moment()) == ["2"])
            #expect(try await store.nextAttemptDate(for: "log") == .moment(5_000))
            try await append(["3"], to: store)
            #expect(try await store.nextAttemptDate(for: "log") == .moment(900))
            #expect(try await store.nextAttemptDate(for: "other") == nil)
        }
    }

    @Test(arguments: Backend.allCases)
    func `counts the patience of a lane from the first failure after a success`(backend: Backend) async throws {
        try await backend.withStore { store async throws in
            try await append(["1"], to: store)
            #expect(try await store.run(failure(until: 600), now: .moment()) == ["1"])
            #expect(try await store.run(now: .moment(600)) == ["1"])
            _ = try await store.replay(messages: [1], ReplayRule(), now: .moment(800))
            try await append(["2"], to: store)
            #expect(try await store.run(failure(until: 5_000), now: .moment(800)) == ["1"])
            #expect(try await store.nextAttemptDate(for: "log") == .moment(1_700))
        }
    }

    @Test(arguments: Backend.allCases)
    func `waits as long as it is told to`(backend: Backend) async throws {
        for (seconds, next) in [(0, 0.0), (7, 7), (Int64.max, 9_000)] {
            try await backend.withStore(laneRule: LaneRule(patience: .seconds(seconds))) { store async throws in
                try await append(["1", "2"], to: store)
                #expect(try await store.run(failure(until: 9_000), now: .moment()) == ["1"])
                #expect(try await store.nextAttemptDate(for: "log") == .moment(next))
            }
        }
    }

    // MARK: Coming back

    @Test(arguments: Backend.allCases)
    func `puts a revived delivery back into its lane, before those that arrived later`(
        backend: Backend
    ) async throws {
        try await backend.withStore { store async throws in
            try await append(["1"], to: store)
            #expect(try await store.run(.dead(error: "no"), now: .moment()) == ["1"])
            try await append(["2", "3"], to: store)
            #expect(try await store.append(.sample("1", receivedAt: .moment(1))) == .retrying(["log"]))
            #expect(try await store.delivery(of: "1")?.isBlocked == true)
            for id in ["2", "1", "3"] {
                #expect(try await store.run(now: .moment(1)) == [id])
            }
        }
    }

    @Test(arguments: Backend.allCases)
    func `makes a revived delivery the first of an empty lane`(backend: Backend) async throws {
        try await backend.withStore { store async throws in
            try await append(["1"], to: store)
            #expect(try await store.run(.dead(error: "no"), now: .moment()) == ["1"])
            _ = try await store.append(.sample("1"))
            try await append(["2"], to: store)
            #expect(try await store.run(now: .moment()) == ["1"])
            #expect(try await store.run(now: .moment()) == ["2"])
        }
    }

    @Test(arguments: Backend.allCases)
    func `makes an overtaken delivery wait again when it is replayed`(backend: Backend) async throws {
        try await backend.withStore { store async throws in
            try await append(["1", "2", "3"], to: store)
            #expect(try await store.run(failure(until: 5_000), now: .moment()) == ["1"])
            #expect(try await store.claimOne(now: .moment(900))?.message.webhookID == "2")
            let counts = try await store.replay(messages: [1], ReplayRule(states: [.pending]), now: .moment(900))
            #expect(counts == ["log": 1])
            let delivery = try await store.delivery(of: "1")
            #expect(delivery?.isOvertaken == false)
            #expect(delivery?.isBlocked == true)
            try await store.record(.succeeded, of: 2, now: .moment(900))
            for id in ["1", "3"] {
                #expect(try await store.run(now: .moment(900)) == [id])
            }
        }
    }

    @Test(arguments: Backend.allCases)
    func `does not look at what waits behind a failing delivery`(backend: Backend) async throws {
        try await backend.withStore { store async throws in
            try await append((0..<300).map { "\($0)" }, to: store)
            #expect(try await store.run(failure(until: 60), now: .moment()) == ["0"])
            try await append(["free"], lane: "b", to: store)
            #expect(try await store.run(now: .moment()) == ["free"])
            #expect(try await store.nextAttemptDate(for: "log") == .moment(60))
        }
    }
}
