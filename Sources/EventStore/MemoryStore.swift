public import Foundation
import Synchronization

/// A store in memory: for tests and trials, gone with the process.
public final class MemoryStore: EventStore {
    private struct State {
        var inbox = MemoryInbox()
        var isClosed = false
    }

    private let state = Mutex(State())

    /// Makes an empty store.
    public init() {}

    /// Stores a message and its deliveries in one piece; calls back before it returns.
    public func append(
        _ message: NewMessage,
        completion: @escaping @Sendable (Result<AppendOutcome, StoreError>) -> Void
    ) {
        completion(
            state.withLock { state in
                state.isClosed ? .failure(.isClosed("append")) : .success(state.inbox.append(message))
            }
        )
    }

    /// Marks due deliveries of a handler as running and counts their attempt.
    public func claimDeliveries(
        for handler: HandlerID,
        limit: Int,
        now: Date
    ) async throws(StoreError) -> [ClaimedDelivery] {
        try access("claim") { $0.claim(for: handler, limit: limit, now: now) }
    }

    /// Records how the run of a delivery ended; without effect unless the delivery is running.
    public func record(_ result: AttemptResult, of delivery: Int64, now: Date) async throws(StoreError) {
        try access("record") { $0.record(result, of: delivery) }
    }

    /// When the earliest pending delivery of a handler is due, nil when none is pending.
    public func nextAttemptDate(for handler: HandlerID) async throws(StoreError) -> Date? {
        try access("next") { $0.nextAttemptDate(for: handler) }
    }

    /// Takes up deliveries that were running when the previous process ended.
    public func recoverRunningDeliveries(now: Date) async throws(StoreError) -> RecoverySummary {
        try access("recover") { $0.recover() }
    }

    /// The newest messages with their deliveries, newest first.
    public func messages(limit: Int) async throws(StoreError) -> [MessageRecord] {
        try access("messages") { $0.records(limit: limit) }
    }

    /// Returns unless the store is closed.
    public func probe() async throws(StoreError) {
        try access("probe") { _ in }
    }

    /// Lets later calls fail; the messages stay until the store is gone.
    public func close() async {
        state.withLock { $0.isClosed = true }
    }

    private func access<Value: Sendable>(
        _ operation: String,
        _ body: (inout MemoryInbox) -> Value
    ) throws(StoreError) -> Value {
        try state.withLock { state throws(StoreError) in
            guard !state.isClosed else { throw .isClosed(operation) }
            return body(&state.inbox)
        }
    }
}
