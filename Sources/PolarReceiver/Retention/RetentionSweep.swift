import EventStore
import Foundation

/// One pass over the inbox that removes what its policy does not keep any longer.
struct RetentionSweep: Sendable {
    /// Messages per page: each is one transaction at most, so that the intake waits for none of them for long.
    private static let pageSize = 200

    /// How far the clock may be ahead of the last sweep before the sweep looks at how much it would remove.
    private static let longPause = Duration.seconds(7 * 86_400)

    /// What a sweep did.
    enum Outcome: Hashable {
        /// It emptied or removed this many messages, which the policy does not keep.
        case swept(Int)

        /// It removed nothing, since most messages would go after a long pause, which can be a clock that jumped ahead.
        case refused(Doubt)
    }

    /// Why a sweep asks an operator first.
    struct Doubt: Hashable {
        /// When the last sweep was.
        let sweptAt: Date

        /// How many messages would go, of those that arrived until then or soon after.
        let doomed: Int
        let known: Int

        /// The rule by which most of them would go.
        let rule: RetentionRule
    }

    let store: any EventStore
    let policy: RetentionPolicy
    let now: Date

    /// Gets the messages of each page that was pruned.
    let note: @Sendable ([StoredMessage]) -> Void

    /// Sweeps, unless that would remove most messages because the clock seems to have jumped ahead.
    func run() async throws(StoreError) -> Outcome {
        var progress = try await store.retentionProgress()
        if let sweptAt = progress.sweptAt, let doubt = try await doubt(since: sweptAt) { return .refused(doubt) }
        var count = 0
        for rule in policy.rules {
            guard let age = rule.age else { continue }
            for query in queries(for: rule, age: age) {
                try await store.forEachPage(of: query, size: Self.pageSize) { page throws(StoreError) in
                    let done = page.filter { policy.rule(for: $0.message.type) == rule && $0.isDone }
                    guard !done.isEmpty else { return }
                    let limit = now - RetentionPolicy.idAge
                    count += try await store.prune(messages: done.map(\.row), keepingIDsSince: limit)
                    note(done.map(\.message))
                }
            }
        }
        guard !Task.isCancelled else { return .swept(count) }
        // Erasure has made its own progress meanwhile.
        progress.examinedRow = try await store.retentionProgress().examinedRow
        progress.sweptAt = now
        try await store.keep(progress, erasing: [])
        return .swept(count)
    }

    /// The messages of a rule's types to empty or to remove.
    private func queries(for rule: RetentionRule, age: Duration) -> [MessageQuery] {
        var whole = MessageQuery()
        whole.types = [rule.types]
        whole.isPruned = false
        whole.receivedBefore = now - age
        // Emptied messages are only gone through again once they are old enough to be removed.
        var emptied = whole
        emptied.isPruned = true
        emptied.receivedBefore = now - max(age, RetentionPolicy.idAge)
        return [whole, emptied]
    }

    // MARK: A clock that jumped ahead

    private func doubt(since sweptAt: Date) async throws(StoreError) -> Doubt? {
        guard now - Self.longPause > sweptAt else { return nil }
        // What came later than that has the date of a clock that may be wrong.
        var query = MessageQuery()
        query.receivedBefore = sweptAt + Self.longPause
        var known = 0
        var doomed: [RetentionRule: Int] = [:]
        try await store.forEachPage(of: query, size: Self.pageSize) { page throws(StoreError) in
            known += page.count
            for record in page {
                guard let rule = policy.rule(for: record.message.type), isDoomed(record, by: rule) else { continue }
                doomed[rule, default: 0] += 1
            }
        }
        let count = doomed.values.reduce(0, +)
        guard count > known / 2, let rule = doomed.max(by: { $0.value < $1.value })?.key else { return nil }
        return Doubt(sweptAt: sweptAt, doomed: count, known: known, rule: rule)
    }

    private func isDoomed(_ record: MessageRecord, by rule: RetentionRule) -> Bool {
        guard let age = rule.age, record.isDone else { return false }
        return record.message.receivedAt < now - (record.message.isPruned ? max(age, RetentionPolicy.idAge) : age)
    }
}

extension MessageRecord {
    /// Whether no delivery has anything before it.
    fileprivate var isDone: Bool { deliveries.allSatisfy(\.state.isFinal) }
}

extension EventStore {
    /// Goes through the messages of a query, oldest first, until the task is cancelled.
    func forEachPage(
        of query: MessageQuery,
        size: Int,
        _ body: ([MessageRecord]) async throws(StoreError) -> Void
    ) async throws(StoreError) {
        var row: Int64?
        while !Task.isCancelled {
            let page = try await messages(query, MessagePage(.oldestFirst, after: row, limit: size))
            guard let last = page.last else { return }
            row = last.row
            try await body(page)
        }
    }
}
