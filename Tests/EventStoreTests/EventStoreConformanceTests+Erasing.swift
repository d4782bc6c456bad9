import EventStore
import Foundation
import Testing

extension EventStoreConformanceTests {
    /// Long before every message of the tests, so that ids are kept.
    private static let longAgo = Date.moment(-1_000_000)

    /// Stores a message whose delivery failed once, and then ended by `result`.
    private func appendFailing(
        _ id: String,
        timestamp: Date? = .moment(),
        receivedAt: Date = .moment(),
        topic: String? = nil,
        _ result: AttemptResult = .succeeded,
        in store: any EventStore
    ) async throws {
        _ = try await store.append(
            .sample(id, timestamp: timestamp, receivedAt: receivedAt, lane: "customer:1", topic: topic)
        )
        _ = try await store.run(.retry(at: .moment(), error: "no"), now: .moment())
        _ = try await store.run(result, now: .moment())
    }

    // MARK: What an emptied message keeps

    @Test(arguments: Backend.allCases)
    func `takes the subject of an emptied message, and what its deliveries tell of it`(backend: Backend) async throws {
        try await backend.withStore { store async throws in
            try await appendFailing("dismissed", topic: "t", .dead(error: "no"), in: store)
            _ = try await store.dismiss(messages: [1], handler: nil)
            #expect(try await store.prune(messages: [1], keepingIDsSince: Self.longAgo) == 1)

            let record = try #require(try await store.messages(limit: 1).first)
            #expect(record.message.subject == nil)
            let delivery = try #require(record.deliveries.first)
            #expect(delivery.state == .dismissed)
            #expect(delivery.attempt == 2)
            #expect([delivery.lastError, delivery.lane, delivery.topic] == [nil, nil, nil])
            #expect(try await store.attempts(ofMessage: 1) == [:])
            #expect(try await store.webhookIDs(Self.query { $0.subject = "customer:1" }) == [])
        }
    }

    @Test(arguments: Backend.allCases)
    func `takes over an emptied message of an older version without what that left in it`(
        backend: Backend
    ) async throws {
        try await backend.withStore { store async throws in
            let left = MessageRecord.Delivery(
                handler: "log",
                state: .dismissed,
                attempt: 1,
                nextAttemptAt: nil,
                lastError: "no",
                lane: "customer:1",
                topic: "t"
            )
            let attempt = AttemptRecord(attempt: 1, startedAt: .moment(), endedAt: .moment(1), error: "no")
            var message = NewMessage.sample().stored
            message = StoredMessage(
                endpoint: message.endpoint,
                webhookID: message.webhookID,
                type: message.type,
                timestamp: message.timestamp,
                apiVersion: message.apiVersion,
                subject: message.subject,
                headers: [],
                receivedAt: message.receivedAt,
                bodySize: 2,
                isPruned: true
            )
            _ = try await store.restore([
                ArchivedMessage(message: message, body: [1, 2], deliveries: [left], attempts: ["log": [attempt]])
            ])
            let record = try #require(try await store.messages(limit: 1).first)
            #expect(record.message.isPruned)
            #expect(record.message.subject == nil)
            #expect(record.deliveries.first?.lastError == nil)
            #expect(record.deliveries.first?.lane == nil)
            #expect(try await store.attempts(ofMessage: 1) == [:])
            #expect(try await store.body(ofMessage: 1) == [])
        }
    }

    @Test(arguments: Backend.allCases, [longAgo, Date.moment(100)])
    func `forgets a topic with the last of its messages, emptied or removed`(
        backend: Backend,
        limit: Date
    ) async throws {
        try await backend.withStore { store async throws in
            for (id, topic) in [("a", "shared"), ("b", "shared"), ("c", "own")] {
                try await appendFailing(id, timestamp: .moment(10), topic: topic, in: store)
            }
            _ = try await store.prune(messages: [1, 3], keepingIDsSince: limit)
            for topic in ["shared", "own"] {
                _ = try await store.append(.sample("old \(topic)", timestamp: .moment(9), topic: topic))
            }
            let claimed = try await store.claimDeliveries(for: "log", limit: 9, now: .moment())
            #expect(claimed.filter(\.isStale).map(\.message.webhookID) == ["old shared"])
        }
    }

    // MARK: Erasing

    @Test(arguments: Backend.allCases)
    func `erases what is done at once, and the rest once it is done`(backend: Backend) async throws {
        try await backend.withStore { store async throws in
            try await appendFailing("done", in: store)
            try await appendFailing("dead", .dead(error: "no"), in: store)
            _ = try await store.append(.sample("open"))
            #expect(try await store.erase(messages: [1, 2, 3, 3, 9], keepingIDsSince: Self.longAgo) == 1)
            #expect(try await store.erase(messages: [], keepingIDsSince: Self.longAgo) == 0)
            #expect(try await store.run(now: .moment()) == ["open"])
            #expect(try await store.erase(messages: [], keepingIDsSince: Self.longAgo) == 1)
            _ = try await store.dismiss(messages: [2], handler: nil)
            #expect(try await store.erase(messages: [1], keepingIDsSince: Self.longAgo) == 1)
            #expect(try await store.messages(limit: 9).map(\.message.isPruned) == [true, true, true])
            #expect(try await store.append(.sample("done")) == .duplicate)
        }
    }

    @Test(arguments: Backend.allCases)
    func `removes an erased message whose id is old enough`(backend: Backend) async throws {
        try await backend.withStore { store async throws in
            try await appendFailing("old", receivedAt: .moment(-10), in: store)
            try await appendFailing("new", in: store)
            #expect(try await store.erase(messages: [1, 2], keepingIDsSince: .moment(-5)) == 2)
            #expect(try await store.webhookIDs == ["new"])
            #expect(try await store.erase(messages: [1], keepingIDsSince: .moment(-5)) == 0)
        }
    }

    // MARK: Progress

    @Test(arguments: Backend.allCases)
    func `remembers how far retention has come, and what it has to erase`(backend: Backend) async throws {
        try await backend.withStore { store async throws in
            #expect(try await store.retentionProgress() == RetentionProgress())
            #expect(try await store.erasedSubjects() == [])
            for id in ["a", "b"] { _ = try await store.append(.sample(id)) }
            let progress = RetentionProgress(sweptAt: .moment(5), examinedRow: 2)
            try await store.keep(progress, erasing: [[1], [2, 0]])
            try await store.keep(progress, erasing: [[1]])
            #expect(try await store.retentionProgress() == progress)
            #expect(try await store.erasedSubjects() == [[1], [2, 0]])
        }
    }

    /// A store that reuses rows must have the new message examined.
    @Test(arguments: Backend.allCases)
    func `has every message examined that comes after the newest was removed`(backend: Backend) async throws {
        try await backend.withStore { store async throws in
            for id in ["a", "b"] { try await appendFailing(id, in: store) }
            try await store.keep(RetentionProgress(examinedRow: 2), erasing: [])
            #expect(try await store.prune(messages: [2], keepingIDsSince: .moment(100)) == 1)
            _ = try await store.append(.sample("c"))
            let row = try await store.retentionProgress().examinedRow
            let page = MessagePage(.oldestFirst, after: row, limit: 9)
            #expect(try await store.messages(MessageQuery(), page).map(\.message.webhookID) == ["c"])
        }
    }

    @Test func `has no copies to remove in memory`() async throws {
        #expect(try await MemoryStore().removeCopies(madeBefore: .distantFuture) == [])
    }
}
