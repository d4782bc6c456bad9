import EventStore
import Foundation
import Testing

extension EventStoreConformanceTests {
    // MARK: Claiming

    @Test(arguments: Backend.allCases)
    func `hands out what a handler needs and counts the attempt`(backend: Backend) async throws {
        try await backend.withStore { store async throws in
            _ = try await store.append(.sample(type: nil, body: [0, 0xFF], handlers: ["log", "other"]))
            let claimed = try #require(try await store.claimOne())
            let expected = ClaimedDelivery.Message(
                endpoint: "polar",
                webhookID: "msg_1",
                type: nil,
                headers: DeferredHeaders([MessageHeader(name: "user-agent", value: "polar.sh webhooks")]),
                body: [0, 0xFF],
                receivedAt: .moment()
            )
            #expect(claimed == ClaimedDelivery(id: claimed.id, handler: "log", attempt: 1, message: expected))
            #expect(try await store.newestDeliveries.map(\.state) == [.running, .pending])
            #expect(try await store.newestDeliveries.map(\.nextAttemptAt) == [nil, .moment()])
        }
    }

    @Test(arguments: Backend.allCases)
    func `claims in order of arrival, as many as asked for, each once`(backend: Backend) async throws {
        try await backend.withStore { store async throws in
            for id in ["a", "b", "c", "d"] {
                _ = try await store.append(.sample(id))
            }
            var claimed: [[String]] = []
            for limit in [-1, 0, 1, 2, .max, 9] {
                let deliveries = try await store.claimDeliveries(for: "log", limit: limit, now: .moment())
                claimed.append(deliveries.map(\.message.webhookID))
            }
            #expect(claimed == [[], [], ["a"], ["b", "c"], ["d"], []])
        }
    }

    @Test(arguments: Backend.allCases)
    func `claims what was due first, and nothing before it is due`(backend: Backend) async throws {
        try await backend.withStore { store async throws in
            for (id, seconds) in [("later", 2.0), ("soon", 1), ("now", 0), ("a moment too late", 2.000_001)] {
                _ = try await store.append(.sample(id, receivedAt: .moment(seconds)))
            }
            let claimed = try await store.claimDeliveries(for: "log", limit: 9, now: .moment(2))
            #expect(claimed.map(\.message.webhookID) == ["now", "soon", "later"])
        }
    }

    @Test(arguments: Backend.allCases)
    func `claims for one handler only`(backend: Backend) async throws {
        try await backend.withStore { store async throws in
            _ = try await store.append(.sample(handlers: ["one", "two"]))
            #expect(try await store.claimDeliveries(for: "three", limit: 9, now: .moment()) == [])
            #expect(try await store.claimDeliveries(for: "one", limit: 9, now: .moment()).map(\.handler) == ["one"])
            #expect(try await store.claimDeliveries(for: "two", limit: 9, now: .moment()).map(\.handler) == ["two"])
        }
    }

    @Test(arguments: Backend.allCases)
    func `claims a delivery once however many ask`(backend: Backend) async throws {
        try await backend.withStore { store async throws in
            for number in 0..<50 {
                _ = try await store.append(.sample("msg_\(number)"))
            }
            let claimed = try await withThrowingTaskGroup(of: [ClaimedDelivery].self) { group in
                for _ in 0..<20 {
                    group.addTask { try await store.claimDeliveries(for: "log", limit: 5, now: .moment()) }
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(claimed.count == 50)
            #expect(Set(claimed.map(\.id)).count == 50)
        }
    }

    // MARK: Recording

    @Test(
        arguments: Backend.allCases,
        [
            (AttemptResult.succeeded, DeliveryState.succeeded, 1, nil as Date?, nil as String?),
            (.retry(at: .moment(30), error: "no\0e 🚫"), .pending, 1, .moment(30), "no\0e 🚫"),
            (.timedOut(retryAt: .moment(30), error: "late"), .pending, 1, .moment(30), "late"),
            (.superseded, .superseded, 1, nil, nil),
            (.dead(error: ""), .dead, 1, nil, ""),
            (.returned, .pending, 0, .moment(), nil),
        ]
    )
    func `records how a run ended`(
        backend: Backend,
        row: (result: AttemptResult, state: DeliveryState, attempt: Int, nextAttemptAt: Date?, lastError: String?)
    ) async throws {
        try await backend.withStore { store async throws in
            _ = try await store.append(.sample())
            let claimed = try #require(try await store.claimOne())
            try await store.record(row.result, of: claimed.id, now: .moment(1))
            let expected = MessageRecord.Delivery(
                handler: "log",
                state: row.state,
                attempt: row.attempt,
                nextAttemptAt: row.nextAttemptAt,
                lastError: row.lastError
            )
            #expect(try await store.newestDeliveries == [expected])
        }
    }

    @Test(arguments: Backend.allCases)
    func `counts attempts over retries, and forgets the error of a run before success`(backend: Backend) async throws {
        try await backend.withStore { store async throws in
            _ = try await store.append(.sample())
            for attempt in 1...3 {
                let claimed = try #require(try await store.claimOne(now: .moment(Double(attempt))))
                #expect(claimed.attempt == attempt)
                let retry = AttemptResult.retry(at: .moment(Double(attempt) + 1), error: "no")
                try await store.record(attempt < 3 ? retry : .succeeded, of: claimed.id, now: .moment())
            }
            #expect(try await store.newestDeliveries.map(\.attempt) == [3])
            #expect(try await store.newestDeliveries.map(\.lastError) == [nil])
            #expect(try await store.claimOne(now: .distantFuture) == nil)
        }
    }

    @Test(arguments: Backend.allCases)
    func `records nothing unless the delivery is running`(backend: Backend) async throws {
        try await backend.withStore { store async throws in
            _ = try await store.append(.sample())
            let claimed = try #require(try await store.claimOne())
            try await store.record(.returned, of: claimed.id, now: .moment())
            let before = try await store.messages(limit: 9)
            for id in [claimed.id, claimed.id + 1, -1, .max, .min] {
                try await store.record(.dead(error: "no"), of: id, now: .moment())
            }
            #expect(try await store.messages(limit: 9) == before)
        }
    }

    @Test(arguments: Backend.allCases)
    func `gives a returned delivery its place and its attempt back`(backend: Backend) async throws {
        try await backend.withStore { store async throws in
            _ = try await store.append(.sample("first"))
            _ = try await store.append(.sample("second", receivedAt: .moment(1)))
            let claimed = try #require(try await store.claimOne())
            try await store.record(.returned, of: claimed.id, now: .moment(2))
            let again = try await store.claimDeliveries(for: "log", limit: 9, now: .moment(2))
            #expect(again.map(\.message.webhookID) == ["first", "second"])
            #expect(again.map(\.attempt) == [1, 1])
        }
    }
}
