import EventStore
import Foundation

/// A store that notes when it has accepted a message and when it has recorded a success.
struct TimedStore: EventStore {
    let store: any EventStore
    let times = DeliveryTimes()

    func append(_ message: NewMessage, completion: @escaping @Sendable (Result<AppendOutcome, StoreError>) -> Void) {
        store.append(message) { [times] result in
            if case .success(.accepted) = result { times.accept(message.webhookID) }
            completion(result)
        }
    }

    func claimDeliveries(
        for handler: HandlerID,
        limit: Int,
        now: Date
    ) async throws(StoreError) -> [ClaimedDelivery] {
        let claimed = try await store.claimDeliveries(for: handler, limit: limit, now: now)
        times.start(claimed)
        return claimed
    }

    func record(_ result: AttemptResult, of delivery: Int64, now: Date) async throws(StoreError) {
        try await store.record(result, of: delivery, now: now)
        times.end(delivery, result)
    }
}

// MARK: - What is not measured

extension TimedStore {
    func nextAttemptDate(for handler: HandlerID) async throws(StoreError) -> Date? {
        try await store.nextAttemptDate(for: handler)
    }

    func recoverRunningDeliveries(now: Date) async throws(StoreError) -> RecoverySummary {
        try await store.recoverRunningDeliveries(now: now)
    }

    func messages(_ query: MessageQuery, _ page: MessagePage) async throws(StoreError) -> [MessageRecord] {
        try await store.messages(query, page)
    }

    func body(ofMessage row: Int64) async throws(StoreError) -> [UInt8]? {
        try await store.body(ofMessage: row)
    }

    func attempts(ofMessage row: Int64) async throws(StoreError) -> [HandlerID: [AttemptRecord]] {
        try await store.attempts(ofMessage: row)
    }

    func replay(messages rows: [Int64], _ rule: ReplayRule, now: Date) async throws(StoreError) -> [HandlerID: Int] {
        try await store.replay(messages: rows, rule, now: now)
    }

    func dismiss(messages rows: [Int64], handler: HandlerID?) async throws(StoreError) -> Int {
        try await store.dismiss(messages: rows, handler: handler)
    }

    func prune(messages rows: [Int64], keepingIDsSince limit: Date) async throws(StoreError) -> Int {
        try await store.prune(messages: rows, keepingIDsSince: limit)
    }

    func restore(_ messages: [ArchivedMessage]) async throws(StoreError) -> RestoreSummary {
        try await store.restore(messages)
    }

    func probe() async throws(StoreError) {
        try await store.probe()
    }

    func close() async {
        await store.close()
    }
}
