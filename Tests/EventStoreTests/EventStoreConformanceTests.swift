import EventStore
import Foundation
import Testing

/// What every store does; appending here, deliveries and listings in the extensions.
struct EventStoreConformanceTests {
    @Test(arguments: Backend.allCases)
    func `accepts a message with one pending delivery per handler`(backend: Backend) async throws {
        try await backend.withStore { store async throws in
            let message = NewMessage.sample(handlers: ["log", "forward"])
            #expect(try await store.append(message) == .accepted)
            let pending = ["log", "forward"].map { handler in
                MessageRecord.Delivery(
                    handler: HandlerID(rawValue: handler),
                    state: .pending,
                    attempt: 0,
                    nextAttemptAt: message.receivedAt,
                    lastError: nil
                )
            }
            let expected = MessageRecord(row: 1, message: message.stored, deliveries: pending)
            #expect(try await store.messages(limit: 9) == [expected])
        }
    }

    @Test(arguments: Backend.allCases)
    func `answers a known id as duplicate and keeps what is stored`(backend: Backend) async throws {
        try await backend.withStore { store async throws in
            let first = NewMessage.sample(body: [1])
            _ = try await store.append(first)
            let again = NewMessage.sample(body: [2], receivedAt: .moment(60), handlers: ["log", "new"])
            #expect(try await store.append(again) == .duplicate)
            #expect(try await store.messages(limit: 9).map(\.message) == [first.stored])
        }
    }

    @Test(
        arguments: Backend.allCases,
        [
            (AttemptResult.succeeded, DeliveryState.succeeded),
            (.superseded, .superseded),
            (.dead(error: "no"), .dismissed),
        ]
    )
    func `answers a known id as duplicate while its delivery runs and after it is done`(
        backend: Backend,
        end: (result: AttemptResult, state: DeliveryState)
    ) async throws {
        try await backend.withStore { store async throws in
            _ = try await store.append(.sample())
            let claimed = try #require(try await store.claimOne())
            #expect(try await store.append(.sample()) == .duplicate)
            try await store.record(end.result, of: claimed.id, now: .moment())
            _ = try await store.dismiss(messages: [1], handler: nil)
            #expect(try await store.append(.sample()) == .duplicate)
            #expect(try await store.newestDeliveries.map(\.state) == [end.state])
        }
    }

    @Test(
        arguments: Backend.allCases,
        [
            [NewMessage.sample("a", endpoint: "one"), .sample("a", endpoint: "two")],
            [.sample("a"), .sample("A")],
            [.sample("caf\u{e9}"), .sample("cafe\u{301}")],
            [.sample("a"), .sample("a\0")],
            [.sample("a\0b"), .sample("a\0c")],
        ]
    )
    func `accepts ids that differ in endpoint or bytes`(backend: Backend, messages: [NewMessage]) async throws {
        try await backend.withStore { store async throws in
            for message in messages {
                #expect(try await store.append(message) == .accepted)
            }
            #expect(try await store.messages(limit: 9).count == messages.count)
        }
    }

    @Test(arguments: Backend.allCases)
    func `makes the dead deliveries of a known id pending again`(backend: Backend) async throws {
        try await backend.withStore { store async throws in
            _ = try await store.append(.sample(handlers: ["dead", "log", "dead too"]))
            for handler: HandlerID in ["dead", "dead too"] {
                let claimed = try #require(try await store.claimOne(for: handler))
                try await store.record(.dead(error: "no"), of: claimed.id, now: .moment())
            }
            #expect(try await store.append(.sample(receivedAt: .moment(60))) == .retrying(["dead", "dead too"]))
            let deliveries = try await store.newestDeliveries
            #expect(deliveries.map(\.state) == [.pending, .pending, .pending])
            #expect(deliveries.map(\.attempt) == [0, 0, 0])
            #expect(deliveries.map(\.nextAttemptAt) == [.moment(60), .moment(), .moment(60)])
            #expect(try await store.append(.sample()) == .duplicate)
        }
    }

    @Test(arguments: Backend.allCases)
    func `stores a message that no handler wants`(backend: Backend) async throws {
        try await backend.withStore { store async throws in
            #expect(try await store.append(.sample(handlers: [])) == .accepted)
            #expect(try await store.newestDeliveries == [])
            #expect(try await store.append(.sample(handlers: [])) == .duplicate)
        }
    }

    @Test(arguments: Backend.allCases)
    func `accepts each of many concurrent ids exactly once`(backend: Backend) async throws {
        try await backend.withStore { store async throws in
            let outcomes = try await withThrowingTaskGroup(of: AppendOutcome.self) { group in
                for number in 0..<500 {
                    group.addTask { try await store.append(.sample("msg_\(number % 250)")) }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(outcomes.count { $0 == .accepted } == 250)
            #expect(outcomes.count { $0 == .duplicate } == 250)
            #expect(Set(try await store.webhookIDs).count == 250)
            #expect(try await store.claimDeliveries(for: "log", limit: .max, now: .moment()).count == 250)
        }
    }

    @Test(arguments: Backend.allCases)
    func `can be probed`(backend: Backend) async throws {
        try await backend.withStore { store async throws in
            try await store.probe()
            try await store.probe()
        }
    }

    @Test(arguments: Backend.allCases)
    func `refuses every call after it is closed`(backend: Backend) async throws {
        try await backend.withStore { store async throws in
            await store.close()
            await #expect(throws: StoreError.isClosed("append")) { try await store.append(.sample()) }
            await #expect(throws: StoreError.isClosed("claim")) { try await store.claimOne() }
            await #expect(throws: StoreError.isClosed("record")) {
                try await store.record(.succeeded, of: 1, now: .now)
            }
            await #expect(throws: StoreError.isClosed("next")) { try await store.nextAttemptDate(for: "log") }
            await #expect(throws: StoreError.isClosed("recover")) {
                try await store.recoverRunningDeliveries(now: .now)
            }
            await #expect(throws: StoreError.isClosed("messages")) { try await store.messages(limit: 1) }
            await #expect(throws: StoreError.isClosed("body")) { try await store.body(ofMessage: 1) }
            await #expect(throws: StoreError.isClosed("attempts")) { try await store.attempts(ofMessage: 1) }
            await #expect(throws: StoreError.isClosed("summary")) { try await store.summary() }
            await #expect(throws: StoreError.isClosed("types")) { try await store.newestRows() }
            await #expect(throws: StoreError.isClosed("replay")) {
                try await store.replay(messages: [1], ReplayRule(), now: .now)
            }
            await #expect(throws: StoreError.isClosed("dismiss")) {
                try await store.dismiss(messages: [1], handler: nil)
            }
            await #expect(throws: StoreError.isClosed("probe")) { try await store.probe() }
        }
    }
}
