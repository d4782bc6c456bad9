import EventStore
import Foundation

/// A store in memory that tells when something in it has changed.
struct WatchedStore: ForwardingStore {
    let changed = ChangeSignal()
    let store = MemoryStore()

    func append(
        _ message: NewMessage,
        completion: @escaping @Sendable (Result<AppendOutcome, StoreError>) -> Void
    ) {
        store.append(message, completion: completion)
        changed.signal()
    }

    func claimDeliveries(
        for handler: HandlerID,
        limit: Int,
        slowLimit: Int,
        now: Date
    ) async throws(StoreError) -> [ClaimedDelivery] {
        defer { changed.signal() }
        return try await store.claimDeliveries(for: handler, limit: limit, slowLimit: slowLimit, now: now)
    }

    func claimSuspect(of handlers: Set<HandlerID>, now: Date) async throws(StoreError) -> ClaimedDelivery? {
        defer { changed.signal() }
        return try await store.claimSuspect(of: handlers, now: now)
    }

    func record(_ result: AttemptResult, of delivery: Int64, now: Date) async throws(StoreError) {
        defer { changed.signal() }
        try await store.record(result, of: delivery, now: now)
    }

    func replay(
        messages rows: [Int64],
        _ rule: ReplayRule,
        now: Date
    ) async throws(StoreError) -> [HandlerID: Int] {
        defer { changed.signal() }
        return try await store.replay(messages: rows, rule, now: now)
    }

    func dismiss(
        messages rows: [Int64],
        handler: HandlerID?,
        states: Set<DeliveryState>
    ) async throws(StoreError) -> Int {
        defer { changed.signal() }
        return try await store.dismiss(messages: rows, handler: handler, states: states)
    }

    func restore(_ messages: [ArchivedMessage]) async throws(StoreError) -> RestoreSummary {
        defer { changed.signal() }
        return try await store.restore(messages)
    }
}
