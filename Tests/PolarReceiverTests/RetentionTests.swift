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

    // MARK: Deleted customers

    private static let scrubbing = RetentionPolicy(rules: [], scrubsDeletedCustomers: true)

    @Test func `empties all that is about a deleted customer`() async throws {
        let bench = try bench(Self.scrubbing)
        let customer = "customer:c1"
        try await append("order", "order.paid", subject: customer, to: bench)
        try await append("other", "order.paid", subject: "customer:c2", body: "c1", to: bench)
        try await append("opened", "checkout.created", subject: "checkout:1", body: #"{"customer_id":null}"#, to: bench)
        try await append("closed", "checkout.updated", subject: "checkout:1", body: #"{"customer_id":"c1"}"#, to: bench)
        try await append("seat", "customer_seat.claimed", subject: "seat:1", body: #"{"customer_id":"c1"}"#, to: bench)
        try await append("foreign", "checkout.updated", subject: "checkout:2", body: #"{"id":"c2"}"#, to: bench)
        try await append("deletion", "customer.deleted", subject: customer, to: bench)
        try await sweep(bench)
        #expect(try await prunedIDs(bench) == ["order", "opened", "closed", "seat"])
        #expect(try await ids(bench).count == 7)
    }

    @Test func `comes back for a day to what arrives late, and then for nothing`() async throws {
        let bench = try bench(Self.scrubbing)
        try await append("deletion", "customer.deleted", subject: "customer:c1", daysAgo: 0.9, to: bench)
        try await append("late", "order.paid", subject: "customer:c1", daysAgo: 0.5, to: bench)
        try await sweep(bench)
        #expect(try await prunedIDs(bench) == ["late"])
        bench.clock.advance(by: .seconds(0.2 * Self.day))
        let again = try Bench([TestModule()], store: bench.store, retention: Self.scrubbing, clock: bench.clock)
        try await sweep(again)
        #expect(try await prunedIDs(again) == ["late", "deletion"])
    }

    @Test func `waits for a handler that still needs a body of a deleted customer`() async throws {
        let bench = try bench(Self.scrubbing)
        try await append("open", "order.paid", subject: "customer:c1", daysAgo: 9, handlers: ["gone"], to: bench)
        try await append("deletion", "customer.deleted", subject: "customer:c1", daysAgo: 8, to: bench)
        try await sweep(bench)
        #expect(try await prunedIDs(bench) == [])
    }

    @Test func `keeps the bodies of a deleted customer unless told otherwise`() async throws {
        let bench = try bench(RetentionPolicy())
        try await append("order", "order.paid", subject: "customer:c1", daysAgo: 9, to: bench)
        try await append("deletion", "customer.deleted", subject: "customer:c1", daysAgo: 8, to: bench)
        try await sweep(bench)
        #expect(try await prunedIDs(bench) == [])
    }

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
