import EventStore
import Foundation
import PolarEvents
import StandardWebhooks

/// Empties the messages of customers whom Polar has deleted: those that are there, and those that come later.
///
/// It reads each message once, whichever way it came into the inbox. What it remembers of a customer is the digest of a
/// subject. A message that some handler still needs is emptied once its deliveries are done.
struct Erasure: Sendable {
    /// Messages per page: each is one transaction at most, so that the intake waits for none of them for long.
    private static let pageSize = 200

    /// Pages that are examined together, so that a long inbox is searched for the customers of all of them at once.
    private static let batchPages = 50

    /// The families whose subject names their customer, so that an index finds them.
    private static let indexedFamilies: Set<String> = [
        "customer", "member", "subscription", "order", "refund", "benefit_grant",
    ]

    private let store: any EventStore

    /// The digests of the subjects whose messages must not stay; nil before they were read.
    private var erased: Set<[UInt8]>?

    init(store: any EventStore) {
        self.store = store
    }

    /// A message and the customers that it names.
    private struct Mention {
        let record: MessageRecord
        let customers: CustomerMentions

        /// Whose the message is: the customers that it names, and if it names none, whatever it is about.
        var owners: Set<String> {
            guard customers.ids.isEmpty else { return Set(customers.ids.map(Erasure.subject(ofCustomer:))) }
            return Set([record.message.subject].compactMap(\.self))
        }
    }

    /// Looks at the messages that came since the last pass; the number of messages that were emptied or removed.
    mutating func run(now: Date) async throws(StoreError) -> Int {
        let limit = now - RetentionPolicy.idAge
        var count = try await store.erase(messages: [], keepingIDsSince: limit)
        while let batch = try await nextBatch() {
            count += try await examine(batch.mentions, from: batch.first, keepingIDsSince: limit)
            guard !Task.isCancelled else { return count }
            try await keepProgress(through: batch.last)
        }
        return count
    }

    /// Messages that were not examined yet.
    private struct Batch {
        let first: Int64
        let last: Int64
        let mentions: [Mention]
    }

    /// The next messages to examine; nil when there are none, or the task is cancelled.
    private func nextBatch() async throws(StoreError) -> Batch? {
        var batch: Batch?
        var row = try await store.retentionProgress().examinedRow
        for _ in 0..<Self.batchPages where !Task.isCancelled {
            let order = MessagePage(.oldestFirst, after: row, limit: Self.pageSize)
            let page = try await store.messages(MessageQuery(), order)
            guard let first = page.first, let last = page.last else { break }
            let mentions = try await mentions(in: page)
            row = last.row
            batch = Batch(first: batch?.first ?? first.row, last: row, mentions: (batch?.mentions ?? []) + mentions)
        }
        return Task.isCancelled ? nil : batch
    }

    /// Empties what belongs to customers who are deleted, in a batch and, for those whom it tells of, before it.
    private mutating func examine(
        _ batch: [Mention],
        from first: Int64,
        keepingIDsSince limit: Date
    ) async throws(StoreError) -> Int {
        var known = try await knownErasures()
        let deleted = Set(batch.flatMap(\.customers.deleted).map(Self.subject(ofCustomer:)))
        let customers = deleted.filter { !known.contains(Self.digest($0)) }
        known.formUnion(customers.map(Self.digest))
        var things = customers.isEmpty ? [] : try await self.things(of: customers)
        // Such as a new checkout of a customer who was deleted earlier.
        things.formUnion(batch.filter { Self.isOwned($0, by: known) }.compactMap(\.record.message.subject))
        things = things.filter { !Self.isCustomer($0) && !known.contains(Self.digest($0)) }
        known.formUnion(things.map(Self.digest))
        var count = 0
        for customer in customers {
            count += try await eraseAll(about: customer, before: first, keepingIDsSince: limit)
        }
        for thing in things {
            count += try await eraseAll(about: thing, ownedBy: known, before: first, keepingIDsSince: limit)
        }
        // Until here another pass needs the messages that tell of a deletion; from here on it needs the batch only.
        guard !Task.isCancelled else { return count }
        try await remember(customers.union(things))
        let owned = batch.filter { Self.isOwned($0, by: known) }.map(\.record.row)
        for page in stride(from: 0, to: owned.count, by: Self.pageSize) {
            let rows = Array(owned[page..<min(page + Self.pageSize, owned.count)])
            count += try await store.erase(messages: rows, keepingIDsSince: limit)
        }
        return count
    }

    private static func isOwned(_ mention: Mention, by erased: Set<[UInt8]>) -> Bool {
        mention.owners.contains { erased.contains(digest($0)) }
    }

    private func mentions(in page: [MessageRecord]) async throws(StoreError) -> [Mention] {
        var mentions: [Mention] = []
        for record in page where !record.message.isPruned && CustomerMentions.canBe(in: record.message.type) {
            guard let body = try await store.body(ofMessage: record.row) else { continue }
            mentions.append(Mention(record: record, customers: .scan(body.span.bytes)))
        }
        return mentions
    }

    // MARK: What belongs to a customer

    /// The subjects of the checkouts, seats and whatever else names one of the customers: one search for all of them.
    private func things(of customers: Set<String>) async throws(StoreError) -> Set<String> {
        var query = MessageQuery()
        query.isPruned = false
        query.types = try await store.newestRows().keys.filter(Self.isSearched).map(TypePattern.init(rawValue:))
        guard !query.types.isEmpty else { return [] }
        var things: Set<String> = []
        try await store.forEachPage(of: query, size: Self.pageSize) { page throws(StoreError) in
            for mention in try await mentions(in: page) where !mention.owners.isDisjoint(with: customers) {
                things.formUnion([mention.record.message.subject].compactMap(\.self))
            }
        }
        return things
    }

    /// Empties the messages about a subject that came before a row.
    ///
    /// - Parameter owners: the digests of the subjects one of which a message must belong to; nil for all messages. A
    ///   seat, for one, can be given to another customer.
    private func eraseAll(
        about subject: String,
        ownedBy owners: Set<[UInt8]>? = nil,
        before row: Int64,
        keepingIDsSince limit: Date
    ) async throws(StoreError) -> Int {
        var query = MessageQuery()
        query.subject = subject
        query.isPruned = false
        var count = 0
        try await store.forEachPage(of: query, size: Self.pageSize) { page throws(StoreError) in
            let page = page.filter { $0.row < row }
            var rows = page.map(\.row)
            if let owners {
                rows = try await mentions(in: page).filter { Self.isOwned($0, by: owners) }.map(\.record.row)
            }
            count += try await store.erase(messages: rows, keepingIDsSince: limit)
        }
        return count
    }

    private static func isSearched(_ type: String) -> Bool {
        CustomerMentions.canBe(in: type) && !indexedFamilies.contains(family(of: type))
    }

    private static func isCustomer(_ subject: String) -> Bool {
        subject.utf8.starts(with: "customer:".utf8)
    }

    private static func family(of type: String) -> String {
        String(decoding: type.utf8.prefix { $0 != UInt8(ascii: ".") }, as: UTF8.self)
    }

    private static func subject(ofCustomer id: String) -> String { "customer:\(id)" }

    // MARK: What is remembered

    private mutating func knownErasures() async throws(StoreError) -> Set<[UInt8]> {
        if let erased { return erased }
        let stored = try await store.erasedSubjects()
        erased = stored
        return stored
    }

    private mutating func remember(_ subjects: Set<String>) async throws(StoreError) {
        guard !subjects.isEmpty else { return }
        let digests = Set(subjects.map(Self.digest))
        try await store.keep(store.retentionProgress(), erasing: digests)
        erased?.formUnion(digests)
    }

    private func keepProgress(through row: Int64) async throws(StoreError) {
        var progress = try await store.retentionProgress()
        progress.examinedRow = row
        try await store.keep(progress, erasing: [])
    }

    /// SHA-256, or the bytes themselves where the library fails to hash.
    private static func digest(_ subject: String) -> [UInt8] {
        let bytes = Array(subject.utf8)
        return contentDigest(of: bytes.span.bytes) ?? bytes
    }
}
