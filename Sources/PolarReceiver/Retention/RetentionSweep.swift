import EventStore
import Foundation

/// One pass over the inbox that removes what its policy does not keep any longer.
struct RetentionSweep: Sendable {
    /// Messages per page: each is one transaction at most, so that the intake waits for none of them for long.
    private static let pageSize = 200

    /// Events that can be about a customer though their subject is something else.
    private static let otherTypes: [TypePattern] = ["checkout.*", "customer_seat.*"]

    /// How long after its deletion messages about a customer can still arrive: Polar gives up after less than an hour.
    private static let aftermath = Duration.seconds(86_400)

    let store: any EventStore
    let policy: RetentionPolicy
    let now: Date

    private struct Tally {
        var pruned = 0

        /// Messages that stay, because somebody still needs them.
        var kept = 0
    }

    /// The number of messages that were emptied or removed.
    func run() async throws(StoreError) -> Int {
        var count = 0
        for rule in policy.rules { count += try await apply(rule) }
        if policy.scrubsDeletedCustomers { count += try await scrubDeletedCustomers() }
        return count
    }

    private func apply(_ rule: RetentionRule) async throws(StoreError) -> Int {
        guard let age = rule.age else { return 0 }
        var whole = MessageQuery()
        whole.types = [rule.types]
        whole.isPruned = false
        whole.receivedBefore = now - age
        // Emptied messages are only gone through again once they are old enough to be removed.
        var emptied = whole
        emptied.isPruned = true
        emptied.receivedBefore = now - max(age, RetentionPolicy.idAge)
        var count = 0
        for query in [whole, emptied] {
            count += try await prune(query) { policy.rule(for: $0.message.type) == rule }.pruned
        }
        return count
    }

    private func prune(_ query: MessageQuery, where isMeant: (MessageRecord) -> Bool) async throws(StoreError) -> Tally
    {
        var tally = Tally()
        try await forEachPage(of: query) { page throws(StoreError) in
            let meant = page.filter(isMeant)
            let done = meant.filter(\.isDone)
            tally.kept += meant.count - done.count
            if !done.isEmpty { tally.pruned += try await prune(done.map(\.row)) }
        }
        return tally
    }

    /// Goes through the messages of a query, oldest first, until the task is cancelled.
    private func forEachPage(
        of query: MessageQuery,
        _ body: ([MessageRecord]) async throws(StoreError) -> Void
    ) async throws(StoreError) {
        var row: Int64?
        while !Task.isCancelled {
            let page = try await store.messages(query, MessagePage(.oldestFirst, after: row, limit: Self.pageSize))
            guard let last = page.last else { return }
            row = last.row
            try await body(page)
        }
    }

    private func prune(_ rows: [Int64]) async throws(StoreError) -> Int {
        try await store.prune(messages: rows, keepingIDsSince: now - RetentionPolicy.idAge)
    }

    // MARK: Deleted customers

    private func scrubDeletedCustomers() async throws(StoreError) -> Int {
        var query = MessageQuery()
        query.types = ["customer.deleted"]
        query.isPruned = false
        var count = 0
        try await forEachPage(of: query) { page throws(StoreError) in
            for deletion in page where deletion.isDone { count += try await scrub(deletion) }
        }
        return count
    }

    /// Empties what belongs to a customer, and last the message that asks for it: until then every pass comes back to it.
    private func scrub(_ deletion: MessageRecord) async throws(StoreError) -> Int {
        guard let customer = deletion.message.subject else { return 0 }
        var tally = Tally()
        for subject in try await subjects(of: customer) {
            var query = MessageQuery()
            query.subject = subject
            query.isPruned = false
            let part = try await prune(query) { $0.row != deletion.row }
            tally.pruned += part.pruned
            tally.kept += part.kept
        }
        guard tally.kept == 0, deletion.message.receivedAt < now - Self.aftermath else { return tally.pruned }
        return try await tally.pruned + prune([deletion.row])
    }

    /// The customer, and whatever else events that name the customer are about.
    private func subjects(of customer: String) async throws(StoreError) -> Set<String> {
        var query = MessageQuery()
        query.types = Self.otherTypes
        query.isPruned = false
        query.bodyText = String(customer.drop { $0 != ":" }.dropFirst())
        var subjects: Set = [customer]
        try await forEachPage(of: query) { page throws(StoreError) in
            subjects.formUnion(page.compactMap(\.message.subject))
        }
        return subjects
    }
}

extension MessageRecord {
    /// Whether no delivery has anything before it.
    fileprivate var isDone: Bool { deliveries.allSatisfy(\.state.isFinal) }
}
