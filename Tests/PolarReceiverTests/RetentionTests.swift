import EventStore
import Foundation
import PolarReceiver
import PolarReceiverTesting
import Testing

@Suite(.timeLimit(.minutes(6)))
struct RetentionTests {
    private static let day = 86_400.0

    private func bench(_ policy: RetentionPolicy, store: any EventStore = MemoryStore()) throws -> Bench {
        try Bench([TestModule()], store: store, retention: policy)
    }

    private func append(
        _ id: String,
        _ type: String,
        subject: String? = nil,
        body: String = "{}",
        daysAgo days: Double = 0,
        handlers: [HandlerID] = [],
        to bench: Bench
    ) async throws {
        let message = NewMessage(
            endpoint: "polar",
            webhookID: id,
            type: type,
            timestamp: nil,
            apiVersion: nil,
            subject: subject,
            headers: [],
            body: Array(body.utf8),
            receivedAt: bench.clock.now.addingTimeInterval(-days * Self.day),
            deliveries: handlers.map { NewDelivery(handler: $0) }
        )
        _ = try await bench.store.append(message)
    }

    private func prunedIDs(_ bench: Bench) async throws -> Set<String> {
        Set(try await bench.store.messages(limit: 1_000).filter(\.message.isPruned).map(\.message.webhookID))
    }

    private func ids(_ bench: Bench) async throws -> Set<String> {
        Set(try await bench.store.messages(limit: 1_000).map(\.message.webhookID))
    }

    /// Lets the receiver make its first pass.
    private func sweep(_ bench: Bench) async throws {
        try await bench.run { await bench.clock.waitForSleeper(in: .seconds(3_600)...(.seconds(3_600))) }
    }

    @Test func `empties messages at the age of the most specific rule, and removes old ids`() async throws {
        let bench = try bench(
            RetentionPolicy(rules: [
                RetentionRule("*", age: .seconds(30 * 86_400)), RetentionRule("order.*", age: nil),
                RetentionRule("order.updated", age: .seconds(86_400)),
                RetentionRule("checkout.*", age: .seconds(400 * 86_400)),
            ])
        )
        for (id, type, days) in [
            ("young", "customer.created", 29.0), ("old", "customer.created", 31), ("ancient", "customer.created", 91),
            ("for good", "order.paid", 1_000), ("updated", "order.updated", 2), ("long", "checkout.created", 399),
            ("longer", "checkout.created", 401),
        ] {
            try await append(id, type, daysAgo: days, to: bench)
        }
        try await append("dead", "customer.created", daysAgo: 1_000, handlers: ["gone"], to: bench)
        try await sweep(bench)
        #expect(try await ids(bench) == ["young", "old", "for good", "updated", "long", "dead"])
        #expect(try await prunedIDs(bench) == ["old", "updated"])
        #expect(bench.log.lines.first { $0.message == "Pruned messages" }?.metadata["message.count"] == "4")
    }

    @Test func `keeps more than one page of messages apart`() async throws {
        let bench = try bench(RetentionPolicy())
        for number in 0..<450 {
            try await append("\(number)", "order.paid", daysAgo: number % 3 == 0 ? 0 : 91, to: bench)
        }
        try await sweep(bench)
        #expect(try await ids(bench).count == 150)
    }

    @Test func `sweeps again after an hour`() async throws {
        let bench = try bench(RetentionPolicy())
        try await append("a", "order.paid", daysAgo: 90 - 0.5 / 24, to: bench)
        try await bench.run {
            await bench.clock.waitForSleeper(in: .seconds(3_600)...(.seconds(3_600)))
            #expect(try await ids(bench) == ["a"])
            bench.clock.advance(by: .seconds(3_600))
            try await eventually { try await ids(bench).isEmpty }
        }
    }

    // MARK: A clock that jumps

    private func monthsOfMessages(to bench: Bench) async throws {
        for number in 0..<10 {
            try await append("\(number)", "order.paid", daysAgo: Double(number) * 5, to: bench)
        }
    }

    @Test func `removes nothing when the clock jumps ahead, and says how to confirm`() async throws {
        let bench = try bench(RetentionPolicy())
        try await monthsOfMessages(to: bench)
        try await sweep(bench)
        for days in [400.0, 1] {
            bench.clock.advance(by: .seconds(days * Self.day))
            let again = try Bench([TestModule()], store: bench.store, retention: RetentionPolicy(), clock: bench.clock)
            // Messages that arrive meanwhile change nothing.
            for number in 0..<20 { try await append("new \(days) \(number)", "order.paid", to: again) }
            try await sweep(again)
            #expect(try await ids(again).isSuperset(of: (0..<10).map(String.init)))
            let line = try #require(again.log.lines.first { $0.level == .error })
            #expect(line.message.contains("10 of the 10 messages from before would go"))
            #expect(line.message.hasSuffix("polar-receiver events prune --until 90d --yes"))
        }
    }

    @Test func `sweeps again once an operator has pruned`() async throws {
        let bench = try bench(RetentionPolicy())
        try await monthsOfMessages(to: bench)
        try await sweep(bench)
        bench.clock.advance(by: .seconds(400 * Self.day))
        let limit = bench.clock.now.addingTimeInterval(-90 * Self.day)
        let rows = try await bench.store.messages(limit: 99).map(\.row)
        _ = try await bench.store.perform(.prune(rows: rows, keepingIDsSince: limit), now: bench.clock.now)
        let again = try Bench([TestModule()], store: bench.store, retention: RetentionPolicy(), clock: bench.clock)
        try await append("old", "order.paid", daysAgo: 91, to: again)
        try await append("new", "order.paid", to: again)
        try await sweep(again)
        #expect(!again.log.lines.contains { $0.level == .error })
        #expect(try await ids(again) == ["new"])
    }

    @Test func `sweeps after a month off, when most messages stay`() async throws {
        let bench = try bench(RetentionPolicy(rules: [RetentionRule("*", age: .seconds(60 * 86_400))]))
        try await monthsOfMessages(to: bench)
        try await sweep(bench)
        bench.clock.advance(by: .seconds(28 * Self.day))
        let policy = RetentionPolicy(rules: [RetentionRule("*", age: .seconds(60 * 86_400))])
        let again = try Bench([TestModule()], store: bench.store, retention: policy, clock: bench.clock)
        try await sweep(again)
        #expect(try await prunedIDs(again) == ["7", "8", "9"])
    }

    @Test func `sweeps whatever it finds while the clock goes on, however long nothing arrives`() async throws {
        let bench = try bench(RetentionPolicy())
        try await append("a", "order.paid", daysAgo: 89.99, to: bench)
        try await bench.run {
            for _ in 0..<2 {
                await bench.clock.waitForSleeper(in: .seconds(3_600)...(.seconds(3_600)))
                bench.clock.advance(by: .seconds(3_600))
            }
            try await eventually { try await ids(bench).isEmpty }
        }
    }

    // MARK: What is remembered elsewhere

    @Test func `forgets why the deliveries of a pruned message failed`() async throws {
        let module = TestModule { _, _ in throw HandlerError.permanent("MARKER") }
        let bench = try Bench([module], retention: nil)
        try await bench.append("a")
        try await bench.run {
            try await bench.wait(for: "a") { $0.state == .dead }
            #expect(bench.receiver.recentActivities.contains { $0.reason == "MARKER" })
            _ = try await bench.receiver.perform(.dismiss(rows: [1], handler: nil))
            _ = try await bench.receiver.perform(.prune(rows: [1], keepingIDsSince: .distantPast))
            #expect(!bench.receiver.recentActivities.contains { $0.reason == "MARKER" })
        }
    }

    // MARK: Deleted customers

    private static let scrubbing = RetentionPolicy(rules: [], scrubsDeletedCustomers: true)
    private static let first = "00000000-0000-4000-8000-000000000001"
    private static let second = "00000000-0000-4000-8000-000000000002"

    private static let customer = "customer:\(first)"

    /// What the data of an object of the first customer has.
    private static let owned = #""customer_id":"\#(first)""#

    /// A body with these members of its data.
    private static func body(_ type: String, _ data: String) -> String {
        #"{"type":"\#(type)","timestamp":"2026-11-30T00:00:00Z","data":{\#(data)}}"#
    }

    /// Stores a message about a customer, as an endpoint would.
    private func append(
        _ id: String,
        _ type: String,
        about subject: String,
        _ data: String,
        handlers: [HandlerID] = [],
        to bench: Bench
    ) async throws {
        try await append(id, type, subject: subject, body: Self.body(type, data), handlers: handlers, to: bench)
    }

    private func appendDeletion(to bench: Bench) async throws {
        try await append("sign", "customer.deleted", about: Self.customer, #""id":"\#(Self.first)""#, to: bench)
    }

    private func appendLife(to bench: Bench) async throws {
        let others = #""customer_id":"\#(Self.second)""#
        let noted = #"\#(others),"metadata":{\#(Self.owned)}"#
        try await append("order", "order.paid", about: Self.customer, Self.owned, to: bench)
        try await append("other", "order.paid", about: "customer:\(Self.second)", noted, to: bench)
        try await append("opened", "checkout.created", about: "checkout:1", #""customer_id":null"#, to: bench)
        try await append("closed", "checkout.updated", about: "checkout:1", Self.owned, to: bench)
        try await append("seat", "customer_seat.claimed", about: "seat:1", Self.owned, to: bench)
        try await append("given", "customer_seat.claimed", about: "seat:1", others, to: bench)
        try await append("foreign", "checkout.updated", about: "checkout:2", #""id":"\#(Self.first)""#, to: bench)
        try await append("dispute", "dispute.created", about: "dispute:1", Self.owned, to: bench)
    }

    private static let life: Set = ["order", "opened", "closed", "seat", "dispute"]

    /// Lets the receiver look at what came in.
    private func look(_ bench: Bench) async throws {
        try await bench.run { await bench.clock.waitForSleeper(in: .seconds(10)...(.seconds(10))) }
    }

    private static let signs: [(String, String)] = [
        ("customer.deleted", #""id":"\#(first)""#),
        ("customer.state_changed", #""id":"\#(first)","deleted_at":"2026-11-30T00:00:00Z""#),
        (
            "benefit_grant.revoked",
            #""customer_id":"\#(first)","customer":{"id":"\#(first)","deleted_at":"2026-11-30"}"#
        ),
        ("member.deleted", #""id":"m","customer_id":"\#(first)","role":"owner""#),
    ]

    @Test(arguments: signs)
    func `empties all that is about a deleted customer at each sign of the deletion`(
        type: String,
        data: String
    ) async throws {
        let bench = try bench(Self.scrubbing)
        try await appendLife(to: bench)
        try await append("sign", type, about: Self.customer, data, to: bench)
        try await look(bench)
        #expect(try await prunedIDs(bench) == Self.life.union(["sign"]))
        #expect(try await ids(bench).count == 9)
        #expect(bench.log.lines.contains { $0.message == "Erased messages of deleted customers" })
    }

    private static let others: [(String, String)] = [
        ("customer.deleted", #""id":"e""#), ("customer.deleted", #""id":"0000""#), ("customer.deleted", #""id":"""#),
        ("member.deleted", #""id":"m","customer_id":"\#(first)","role":"member""#),
        ("customer.updated", #""id":"\#(first)","deleted_at":null"#),
    ]

    @Test(arguments: others)
    func `empties nothing of others, and nothing without a sign`(type: String, data: String) async throws {
        let bench = try bench(Self.scrubbing)
        try await appendLife(to: bench)
        try await append("sign", type, about: "sign:1", data, to: bench)
        try await look(bench)
        #expect(try await prunedIDs(bench).isSubset(of: ["sign"]))
    }

    @Test func `empties what comes later, whenever and however it comes`() async throws {
        let bench = try bench(Self.scrubbing)
        try await appendLife(to: bench)
        try await appendDeletion(to: bench)
        try await look(bench)
        // Another process, years later.
        bench.clock.advance(by: .seconds(1_000 * Self.day))
        let again = try Bench([TestModule()], store: bench.store, retention: Self.scrubbing, clock: bench.clock)
        try await append("late", "order.paid", about: Self.customer, Self.owned, to: again)
        try await append("late open", "checkout.expired", about: "checkout:1", #""id":"1""#, to: again)
        try await append(
            "late seat",
            "customer_seat.claimed",
            about: "seat:1",
            #""customer_id":"\#(Self.second)""#,
            to: again
        )
        try await append("new", "checkout.created", about: "checkout:3", #""customer_id":null"#, to: again)
        try await append("new too", "checkout.updated", about: "checkout:3", Self.owned, to: again)
        let record = NewMessage(
            endpoint: "polar",
            webhookID: "imported",
            type: "order.paid",
            timestamp: nil,
            apiVersion: nil,
            subject: Self.customer,
            headers: [],
            body: Array(Self.body("order.paid", Self.owned).utf8),
            receivedAt: bench.clock.now,
            deliveries: []
        )
        _ = try await again.store.restore([
            ArchivedMessage(message: record.archived, body: record.body, deliveries: [], attempts: [:])
        ])
        let before = try await prunedIDs(again)
        try await look(again)
        #expect(
            try await prunedIDs(again).subtracting(before) == ["late", "late open", "new", "new too", "imported"]
        )
    }

    @Test func `empties at the next look what a handler still needed at the first`() async throws {
        let bench = try bench(Self.scrubbing)
        try await append(
            "open",
            "order.paid",
            about: Self.customer,
            Self.owned,
            handlers: ["gone"],
            to: bench
        )
        try await appendDeletion(to: bench)
        try await look(bench)
        #expect(try await prunedIDs(bench) == ["sign"])
        for delivery in try await bench.store.claimDeliveries(for: "gone", limit: 9, now: bench.clock.now) {
            try await bench.store.record(.succeeded, of: delivery.id, now: bench.clock.now)
        }
        let again = try Bench([TestModule()], store: bench.store, retention: Self.scrubbing, clock: bench.clock)
        try await look(again)
        #expect(try await prunedIDs(again) == ["sign", "open"])
    }

    @Test func `looks every ten seconds, and goes on after the store failed`() async throws {
        let bench = try bench(Self.scrubbing, store: FailingStore(["messages": 1]))
        try await appendDeletion(to: bench)
        try await bench.run {
            await bench.clock.waitForSleeper(in: .seconds(10)...(.seconds(10)))
            bench.clock.advance(by: .seconds(10))
            try await eventually { try await prunedIDs(bench) == ["sign"] }
        }
    }

    @Test func `keeps the bodies of a deleted customer unless told otherwise`() async throws {
        let bench = try bench(RetentionPolicy())
        try await appendLife(to: bench)
        try await appendDeletion(to: bench)
        try await sweep(bench)
        #expect(try await prunedIDs(bench) == [])
    }

    // MARK: Trouble

    @Test func `goes on after a pass that the store failed`() async throws {
        let bench = try bench(RetentionPolicy(), store: FailingStore(["messages": 1]))
        try await append("a", "order.paid", daysAgo: 91, to: bench)
        try await bench.run {
            await bench.clock.waitForSleeper(in: .seconds(3_600)...(.seconds(3_600)))
            #expect(bench.log.lines.contains { $0.message.hasPrefix("Cannot prune messages") })
            bench.clock.advance(by: .seconds(3_600))
            try await eventually { try await ids(bench).isEmpty }
        }
    }
}

extension NewMessage {
    /// What an archive has of it.
    fileprivate var archived: StoredMessage {
        StoredMessage(
            endpoint: endpoint,
            webhookID: webhookID,
            type: type,
            timestamp: timestamp,
            apiVersion: apiVersion,
            subject: subject,
            headers: headers,
            receivedAt: receivedAt,
            bodySize: body.count
        )
    }
}
