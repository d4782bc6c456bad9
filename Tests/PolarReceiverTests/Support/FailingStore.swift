import EventStore
import Foundation
import PolarReceiverTesting
import Synchronization

/// A store that fails where and as often as a test says.
final class FailingStore: ForwardingStore {
    let store = MemoryStore()
    private let failures: Mutex<[String: Int]>

    init(_ failures: [String: Int]) {
        self.failures = Mutex(failures)
    }

    func append(
        _ message: NewMessage,
        completion: @escaping @Sendable (Result<AppendOutcome, StoreError>) -> Void
    ) {
        do { try check("append") } catch { return completion(.failure(error)) }
        store.append(message, completion: completion)
    }

    func claimDeliveries(
        for handler: HandlerID,
        limit: Int,
        slowLimit: Int,
        now: Date
    ) async throws(StoreError) -> [ClaimedDelivery] {
        try check("claim")
        return try await store.claimDeliveries(for: handler, limit: limit, slowLimit: slowLimit, now: now)
    }

    func record(_ result: AttemptResult, of delivery: Int64, now: Date) async throws(StoreError) {
        try check("record")
        try await store.record(result, of: delivery, now: now)
    }

    func claimSuspect(of handlers: Set<HandlerID>, now: Date) async throws(StoreError) -> ClaimedDelivery? {
        try check("suspect")
        return try await store.claimSuspect(of: handlers, now: now)
    }

    func nextAttemptDate(for handler: HandlerID, includingSlow: Bool) async throws(StoreError) -> Date? {
        try check("next")
        return try await store.nextAttemptDate(for: handler, includingSlow: includingSlow)
    }

    func recoverRunningDeliveries(harmless: Set<HandlerID>, now: Date) async throws(StoreError) -> RecoverySummary {
        try check("recover")
        return try await store.recoverRunningDeliveries(harmless: harmless, now: now)
    }

    func moveOpenDeliveries(by change: Duration, now: Date) async throws(StoreError) {
        try check("move")
        try await store.moveOpenDeliveries(by: change, now: now)
    }

    func messages(_ query: MessageQuery, _ page: MessagePage) async throws(StoreError) -> [MessageRecord] {
        try check("messages")
        return try await store.messages(query, page)
    }

    func probe() async throws(StoreError) {
        try check("probe")
    }

    private func check(_ operation: String) throws(StoreError) {
        let fails = failures.withLock { failures in
            guard let left = failures[operation], left > 0 else { return false }
            failures[operation] = left - 1
            return true
        }
        guard !fails else { throw StoreError(.full, operation: operation, description: "The disk is full.") }
    }
}
