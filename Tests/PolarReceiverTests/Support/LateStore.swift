import EventStore
import Foundation

/// A store in memory that hands out deliveries, and answers probes, only after its caller has been cancelled.
struct LateStore: EventStore {
    /// What a caller waits for now, `claim` or `probe`.
    let waiting = Shared<Set<String>>([])

    private let store = MemoryStore()

    func append(
        _ message: NewMessage,
        completion: @escaping @Sendable (Result<AppendOutcome, StoreError>) -> Void
    ) {
        store.append(message, completion: completion)
    }

    func claimDeliveries(
        for handler: HandlerID,
        limit: Int,
        now: Date
    ) async throws(StoreError) -> [ClaimedDelivery] {
        await waitForCancellation("claim")
        return try await store.claimDeliveries(for: handler, limit: limit, now: now)
    }

    func record(_ result: AttemptResult, of delivery: Int64, now: Date) async throws(StoreError) {
        try await store.record(result, of: delivery, now: now)
    }

    func nextAttemptDate(for handler: HandlerID) async throws(StoreError) -> Date? {
        try await store.nextAttemptDate(for: handler)
    }

    func recoverRunningDeliveries(now: Date) async throws(StoreError) -> RecoverySummary {
        try await store.recoverRunningDeliveries(now: now)
    }

    func messages(limit: Int) async throws(StoreError) -> [MessageRecord] {
        try await store.messages(limit: limit)
    }

    func probe() async throws(StoreError) {
        await waitForCancellation("probe")
    }

    func close() async {}

    private func waitForCancellation(_ operation: String) async {
        waiting.change { $0.insert(operation) }
        while !Task.isCancelled { await Task.yield() }
    }
}
