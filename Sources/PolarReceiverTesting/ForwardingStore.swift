package import EventStore
package import Foundation

/// A store that leaves to another one whatever it does not do itself.
package protocol ForwardingStore<Store>: EventStore {
    associatedtype Store: EventStore

    var store: Store { get }
}

extension ForwardingStore {
    package func append(
        _ message: NewMessage,
        completion: @escaping @Sendable (Result<AppendOutcome, StoreError>) -> Void
    ) {
        store.append(message, completion: completion)
    }

    package func claimDeliveries(
        for handler: HandlerID,
        limit: Int,
        slowLimit: Int,
        now: Date
    ) async throws(StoreError) -> [ClaimedDelivery] {
        try await store.claimDeliveries(for: handler, limit: limit, slowLimit: slowLimit, now: now)
    }

    package func claimSuspect(of handlers: Set<HandlerID>, now: Date) async throws(StoreError) -> ClaimedDelivery? {
        try await store.claimSuspect(of: handlers, now: now)
    }

    package func record(_ result: AttemptResult, of delivery: Int64, now: Date) async throws(StoreError) {
        try await store.record(result, of: delivery, now: now)
    }

    package func noteOverdue(_ delivery: Int64, now: Date) async throws(StoreError) {
        try await store.noteOverdue(delivery, now: now)
    }

    package func nextAttemptDate(for handler: HandlerID, includingSlow: Bool) async throws(StoreError) -> Date? {
        try await store.nextAttemptDate(for: handler, includingSlow: includingSlow)
    }

    package func recoverRunningDeliveries(
        harmless: Set<HandlerID>,
        now: Date
    ) async throws(StoreError) -> RecoverySummary {
        try await store.recoverRunningDeliveries(harmless: harmless, now: now)
    }

    package func moveOpenDeliveries(by change: Duration, now: Date) async throws(StoreError) {
        try await store.moveOpenDeliveries(by: change, now: now)
    }

    package func messages(_ query: MessageQuery, _ page: MessagePage) async throws(StoreError) -> [MessageRecord] {
        try await store.messages(query, page)
    }

    package func body(ofMessage row: Int64) async throws(StoreError) -> [UInt8]? {
        try await store.body(ofMessage: row)
    }

    package func attempts(ofMessage row: Int64) async throws(StoreError) -> [HandlerID: [AttemptRecord]] {
        try await store.attempts(ofMessage: row)
    }

    package func summary() async throws(StoreError) -> InboxSummary {
        try await store.summary()
    }

    package func newestRows() async throws(StoreError) -> [String: Int64] {
        try await store.newestRows()
    }

    package func replay(
        messages rows: [Int64],
        _ rule: ReplayRule,
        now: Date
    ) async throws(StoreError) -> [HandlerID: Int] {
        try await store.replay(messages: rows, rule, now: now)
    }

    package func prune(messages rows: [Int64], keepingIDsSince limit: Date) async throws(StoreError) -> Int {
        try await store.prune(messages: rows, keepingIDsSince: limit)
    }

    package func erase(messages rows: [Int64], keepingIDsSince limit: Date) async throws(StoreError) -> Int {
        try await store.erase(messages: rows, keepingIDsSince: limit)
    }

    package func retentionProgress() async throws(StoreError) -> RetentionProgress {
        try await store.retentionProgress()
    }

    package func keep(_ progress: RetentionProgress, erasing digests: Set<[UInt8]>) async throws(StoreError) {
        try await store.keep(progress, erasing: digests)
    }

    package func erasedSubjects() async throws(StoreError) -> Set<[UInt8]> {
        try await store.erasedSubjects()
    }

    package func removeCopies(madeBefore date: Date) async throws(StoreError) -> [String] {
        try await store.removeCopies(madeBefore: date)
    }

    package func restore(_ messages: [ArchivedMessage]) async throws(StoreError) -> RestoreSummary {
        try await store.restore(messages)
    }

    package func dismiss(
        messages rows: [Int64],
        handler: HandlerID?,
        states: Set<DeliveryState>
    ) async throws(StoreError) -> Int {
        try await store.dismiss(messages: rows, handler: handler, states: states)
    }

    package func probe() async throws(StoreError) {
        try await store.probe()
    }

    package func close() async {
        await store.close()
    }
}
