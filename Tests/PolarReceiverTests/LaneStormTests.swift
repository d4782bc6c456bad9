import EventStore
import EventStoreSQLite
import Foundation
import PolarReceiver
import PolarReceiverTesting
import Testing

/// The promise of lanes under load: many senders at once, a handler that fails, a real database.
@Suite(.timeLimit(.minutes(6)))
struct LaneStormTests {
    private static let senders = 64
    private static let messagesPerSender = 10
    private static let subjects = 12

    /// The subject whose first event fails until the others are through.
    private static let stuck = "customer:0"

    private struct Start: Sendable {
        let webhookID: String
        let subject: String
    }

    private func body(_ subject: Int) -> String {
        #"{"type":"order.updated","data":{"id":"1","customer_id":"\#(subject)"}}"#
    }

    /// Sends everything, each sender one message after the other.
    private func send(to bench: Bench, _ client: Client) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for sender in 0..<Self.senders {
                group.addTask {
                    for number in 0..<Self.messagesPerSender {
                        let subject = (sender &* 7 &+ number &* 5) % Self.subjects
                        let message = try bench.signed("\(sender)-\(number)", body: body(subject))
                        let answer = try await client.post(message)
                        #expect(answer.status == 202)
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    @Test func `keeps the order of every subject under 64 senders and failures, and lets other subjects go on`()
        async throws
    {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = try SQLiteStore(path: folder.appending(path: "inbox.db").path)
        let starts = Shared<[Start]>([])
        let isStuck = Shared(true)
        let module = TestModule(retryPolicy: RetryPolicy(maximumAttempts: 1_000)) { event, delivery in
            let subject = try #require(event.subject)
            starts.change { $0.append(Start(webhookID: delivery.webhookID, subject: subject)) }
            if subject == Self.stuck, isStuck.value { throw HandlerError.retry(after: .seconds(60)) }
            // A third of the first attempts fail, and are tried again at once.
            if delivery.attempt == 1, delivery.webhookID.utf8.reduce(0, { $0 &+ Int($1) }) % 3 == 0 {
                throw HandlerError.retry(after: .zero)
            }
        }
        let bench = try Bench([module], store: store)
        let count = Self.senders * Self.messagesPerSender
        try await bench.run {
            try await bench.serve { try await send(to: bench, $0) }
            let stuck = try await store.messages(.about(Self.stuck), MessagePage(limit: .max)).count
            try await eventually {
                try await store.messages(.succeeded, MessagePage(limit: .max)).count == count - stuck
            }
            isStuck.change { $0 = false }
            bench.clock.advance(by: .seconds(60))
            try await eventually { try await store.messages(.succeeded, MessagePage(limit: .max)).count == count }
        }
        try await expectOrder(of: starts.value, in: store)
        await store.close()
    }

    /// Every event of a subject starts after the one before it has had all its attempts.
    private func expectOrder(of starts: [Start], in store: any EventStore) async throws {
        let records = try await store.messages(MessageQuery(), MessagePage(.oldestFirst, limit: .max))
        for (subject, records) in Dictionary(grouping: records, by: \.message.subject) {
            let expected = records.flatMap { record in
                Array(repeating: record.message.webhookID, count: record.deliveries.first?.attempt ?? 0)
            }
            let started = starts.filter { $0.subject == subject }.map(\.webhookID)
            #expect(started == expected)
        }
    }
}

extension WebhookEvent {
    /// Read from the body, which is no whole order in this test.
    fileprivate var subject: String? {
        String(decoding: body, as: UTF8.self).firstMatch(of: /"customer_id":"([0-9]+)"/).map {
            "customer:\($0.output.1)"
        }
    }
}

extension MessageQuery {
    fileprivate static var succeeded: MessageQuery {
        var query = MessageQuery()
        query.states = [.succeeded]
        return query
    }

    fileprivate static func about(_ subject: String) -> MessageQuery {
        var query = MessageQuery()
        query.subject = subject
        return query
    }
}
