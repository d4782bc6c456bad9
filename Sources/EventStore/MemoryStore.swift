public import Foundation
import Synchronization

/// A store in memory: for tests and trials, gone with the process.
public final class MemoryStore: EventStore {
    private struct State {
        var inbox: MemoryInbox
        var isClosed = false
    }

    private let state: Mutex<State>

    /// Makes an empty store.
    public init(laneRule: LaneRule = LaneRule()) {
        state = Mutex(State(inbox: MemoryInbox(laneRule: laneRule)))
    }

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
        slowLimit: Int,
        now: Date
    ) async throws(StoreError) -> [ClaimedDelivery] {
        try access("claim") { $0.claim(for: handler, limit: limit, slowLimit: slowLimit, now: now) }
    }

    /// Claims one suspect of these handlers, the one that was started last; nil when none is left.
    public func claimSuspect(of handlers: Set<HandlerID>, now: Date) async throws(StoreError) -> ClaimedDelivery? {
        try access("suspect") { $0.claimSuspect(of: handlers, now: now) }
    }

    /// Records how the run of a delivery ended; without effect unless the delivery is running.
    public func record(_ result: AttemptResult, of delivery: Int64, now: Date) async throws(StoreError) {
        try access("record") { $0.record(result, of: delivery, now: now) }
    }

    /// Notes that a running delivery exceeded its time-out at `now` and does not heed its cancellation yet.
    public func noteOverdue(_ delivery: Int64, now: Date) async throws(StoreError) {
        try access("overdue") { $0.noteOverdue(delivery, now: now) }
    }

    /// When the earliest pending delivery of a handler is due, nil when none is pending.
    public func nextAttemptDate(for handler: HandlerID, includingSlow: Bool) async throws(StoreError) -> Date? {
        try access("next") { $0.nextAttemptDate(for: handler, includingSlow: includingSlow) }
    }

    /// Takes up deliveries that were running when the previous process ended.
    public func recoverRunningDeliveries(
        harmless: Set<HandlerID>,
        now: Date
    ) async throws(StoreError) -> RecoverySummary {
        try access("recover") { $0.recover(harmless: harmless, now: now) }
    }

    /// Moves the dates of open deliveries with a clock that was set.
    public func moveOpenDeliveries(by change: Duration, now: Date) async throws(StoreError) {
        try access("move") { $0.moveOpenDeliveries(by: change, now: now) }
    }

    /// A part of the messages that fulfil a query, with their deliveries.
    public func messages(_ query: MessageQuery, _ page: MessagePage) async throws(StoreError) -> [MessageRecord] {
        try access("messages") { $0.records(query, page) }
    }

    /// The body of a message exactly as signed, nil where there is no such message.
    public func body(ofMessage row: Int64) async throws(StoreError) -> [UInt8]? {
        try access("body") { $0.body(ofMessage: row) }
    }

    /// The failed runs of a message's deliveries, oldest first.
    public func attempts(ofMessage row: Int64) async throws(StoreError) -> [HandlerID: [AttemptRecord]] {
        try access("attempts") { $0.attempts(ofMessage: row) }
    }

    /// What needs something to be done, at a glance.
    public func summary() async throws(StoreError) -> InboxSummary {
        try access("summary") { $0.summary }
    }

    /// The row of the newest message of each event type that has arrived.
    public func newestRows() async throws(StoreError) -> [String: Int64] {
        try access("types") { $0.newestRows }
    }

    /// Makes deliveries of messages pending again, with all their attempts before them and due at `now`.
    public func replay(
        messages rows: [Int64],
        _ rule: ReplayRule,
        now: Date
    ) async throws(StoreError) -> [HandlerID: Int] {
        try access("replay") { $0.replay(messages: rows, rule, now: now) }
    }

    /// Lets dead deliveries of messages rest, of one handler or of all; the number of them.
    public func dismiss(
        messages rows: [Int64],
        handler: HandlerID?,
        states: Set<DeliveryState>
    ) async throws(StoreError) -> Int {
        try access("dismiss") { $0.dismiss(messages: rows, handler: handler, states: states) }
    }

    /// Empties messages whose deliveries are all done, and removes those that arrived before `limit`.
    public func prune(messages rows: [Int64], keepingIDsSince limit: Date) async throws(StoreError) -> Int {
        try access("prune") { $0.prune(messages: rows, keepingIDsSince: limit) }
    }

    /// Prunes messages now if their deliveries are all done, and else as soon as a later call finds them done.
    public func erase(messages rows: [Int64], keepingIDsSince limit: Date) async throws(StoreError) -> Int {
        try access("erase") { $0.erase(messages: rows, keepingIDsSince: limit) }
    }

    /// Returns how far retention has come.
    public func retentionProgress() async throws(StoreError) -> RetentionProgress {
        try access("retention") { $0.progress }
    }

    /// Remembers how far retention has come, and the digests of further subjects whose messages must not stay.
    public func keep(_ progress: RetentionProgress, erasing digests: Set<[UInt8]>) async throws(StoreError) {
        try access("retention") { inbox in
            inbox.progress = progress
            inbox.erasedSubjects.formUnion(digests)
        }
    }

    /// The digests of all subjects whose messages must not stay.
    public func erasedSubjects() async throws(StoreError) -> Set<[UInt8]> {
        try access("retention") { $0.erasedSubjects }
    }

    /// Removes nothing: a store in memory has no copies.
    public func removeCopies(madeBefore date: Date) async throws(StoreError) -> [String] {
        try access("copies") { _ in [] }
    }

    /// Takes over messages of another inbox, with deliveries in the states they had there.
    public func restore(_ messages: [ArchivedMessage]) async throws(StoreError) -> RestoreSummary {
        try access("restore") { $0.restore(messages) }
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
