import EventStore
import EventStoreSQLite
import Foundation
import PolarReceiverTesting

/// A store that notes when it has accepted a message and when it has recorded a success.
struct TimedStore: ForwardingStore {
    let store: SQLiteStore
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
        slowLimit: Int,
        now: Date
    ) async throws(StoreError) -> [ClaimedDelivery] {
        let claimed = try await store.claimDeliveries(for: handler, limit: limit, slowLimit: slowLimit, now: now)
        times.start(claimed)
        return claimed
    }

    func record(_ result: AttemptResult, of delivery: Int64, now: Date) async throws(StoreError) {
        try await store.record(result, of: delivery, now: now)
        times.end(delivery, result)
    }
}
