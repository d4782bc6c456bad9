import EventStore
import Foundation
import PolarReceiverTesting

/// A store that hands out deliveries, and answers probes, only after its caller has been cancelled.
struct LateStore: ForwardingStore {
    /// What a caller waits for now, `claim` or `probe`.
    let waiting = Shared<Set<String>>([])

    let store = MemoryStore()

    func claimDeliveries(
        for handler: HandlerID,
        limit: Int,
        slowLimit: Int,
        now: Date
    ) async throws(StoreError) -> [ClaimedDelivery] {
        await waitForCancellation("claim")
        return try await store.claimDeliveries(for: handler, limit: limit, slowLimit: slowLimit, now: now)
    }

    func probe() async throws(StoreError) {
        await waitForCancellation("probe")
    }

    private func waitForCancellation(_ operation: String) async {
        waiting.change { $0.insert(operation) }
        while !Task.isCancelled { await Task.yield() }
    }
}
