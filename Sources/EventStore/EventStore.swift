public import Foundation

/// The inbox of messages and their deliveries.
///
/// A store is used by one receiver at a time. All dates are the caller's, so that tests can move time.
public protocol EventStore: InboxReader {
    /// Stores a message and its deliveries in one piece; returns at once.
    ///
    /// - Parameter completion: called once, on any thread, after the message is durable or has failed. It must not block.
    func append(_ message: NewMessage, completion: @escaping @Sendable (Result<AppendOutcome, StoreError>) -> Void)

    /// Marks due deliveries of a handler as running and counts their attempt: first due first, then in order of arrival.
    ///
    /// A new message is due at its arrival; an interrupted delivery keeps its date and so its place. Of the deliveries of
    /// one lane only the first open one is ever handed out. When that one has been failing for ``LaneRule/patience`` it
    /// counts as overtaken, and the next one takes its place.
    ///
    /// A delivery that cannot be read is made dead and left out, so that it blocks no other.
    ///
    /// - Parameter slowLimit: how many of them may have exceeded the handler's time-out before.
    func claimDeliveries(
        for handler: HandlerID,
        limit: Int,
        slowLimit: Int,
        now: Date
    ) async throws(StoreError) -> [ClaimedDelivery]

    /// Claims one suspect of these handlers, the one that was started last; nil when none is left.
    ///
    /// A suspect ran when a process ended, and has not ended a run since. The last one that was started comes first,
    /// because it is the likeliest cause, and because a run that hangs then cannot stand beside it every time.
    func claimSuspect(of handlers: Set<HandlerID>, now: Date) async throws(StoreError) -> ClaimedDelivery?

    /// Records how the run of a delivery ended; without effect unless the delivery is running.
    func record(_ result: AttemptResult, of delivery: Int64, now: Date) async throws(StoreError)

    /// Notes that a running delivery exceeded its time-out at `now` and does not heed its cancellation yet.
    func noteOverdue(_ delivery: Int64, now: Date) async throws(StoreError)

    /// When the earliest pending delivery of a handler is due, nil when none is pending.
    ///
    /// - Parameter includingSlow: whether those count that exceeded the handler's time-out before.
    func nextAttemptDate(for handler: HandlerID, includingSlow: Bool) async throws(StoreError) -> Date?

    /// Takes up deliveries that were running when the previous process ended; called before the first claim.
    ///
    /// Each is a suspect, unless its handler is one of `harmless`: handlers that cannot end the process. A suspect that
    /// was the only one running is blamed, and dead after ``RecoverySummary/crashLimit`` such ends. With several nobody is
    /// blamed.
    ///
    /// The clock can have been set back since then: a date that was taken from a later `now` begins anew, so that nothing
    /// waits longer than it was meant to.
    func recoverRunningDeliveries(harmless: Set<HandlerID>, now: Date) async throws(StoreError) -> RecoverySummary

    /// Moves the dates of open deliveries with a clock that was set by `change`, so that each waits as long as before.
    ///
    /// - Parameter now: the date after the change, at most a minute later; what was dated since the change is not moved.
    func moveOpenDeliveries(by change: Duration, now: Date) async throws(StoreError)

    /// Makes deliveries of messages pending again, with all their attempts before them and due at `now`.
    ///
    /// Running ones stay as they are.
    ///
    /// Messages without a body stay as they are too.
    ///
    /// - Returns: the handlers that have something to run, each with the number of deliveries.
    func replay(
        messages rows: [Int64],
        _ rule: ReplayRule,
        now: Date
    ) async throws(StoreError) -> [HandlerID: Int]

    /// Dismisses deliveries of messages, of one handler or of all: no handler runs them, and they are no longer counted.
    ///
    /// - Parameter states: the states in which deliveries are dismissed. Only dead and pending ones ever are.
    /// - Returns: the number of deliveries that were dismissed.
    func dismiss(
        messages rows: [Int64],
        handler: HandlerID?,
        states: Set<DeliveryState>
    ) async throws(StoreError) -> Int

    /// Empties messages whose deliveries are all done, and removes those that arrived before `limit`.
    ///
    /// An emptied message has lost its body, headers and subject, and its deliveries their lanes, topics, errors and
    /// attempts. Its id stays known, so that a message that is sent again is still a duplicate. Whatever lies beside the
    /// database for the store's own use, such as a log, loses the content as well, soon after this returns.
    /// - Returns: the number of messages that were emptied or removed.
    func prune(messages rows: [Int64], keepingIDsSince limit: Date) async throws(StoreError) -> Int

    /// Prunes messages now if their deliveries are all done, and else as soon as a later call finds them done.
    ///
    /// Each call also takes up the messages that earlier calls left, after a restart too.
    /// - Returns: the number of messages that were emptied or removed.
    func erase(messages rows: [Int64], keepingIDsSince limit: Date) async throws(StoreError) -> Int

    /// Returns how far retention has come, as the last call of ``keep(_:erasing:)`` left it.
    func retentionProgress() async throws(StoreError) -> RetentionProgress

    /// Remembers how far retention has come, and the digests of further subjects whose messages must not stay.
    func keep(_ progress: RetentionProgress, erasing digests: Set<[UInt8]>) async throws(StoreError)

    /// The digests of all subjects whose messages must not stay.
    func erasedSubjects() async throws(StoreError) -> Set<[UInt8]>

    /// Removes the copies of the database that migrations made before `date`.
    ///
    /// - Returns: the paths of the removed files.
    func removeCopies(madeBefore date: Date) async throws(StoreError) -> [String]

    /// Takes over messages of another inbox, with deliveries in the states they had there; a running one is pending.
    ///
    /// A message whose id is in the inbox already is left out.
    func restore(_ messages: [ArchivedMessage]) async throws(StoreError) -> RestoreSummary

    /// Reads for an operator: what such a read costs must not delay deliveries, and none takes longer than `limit`.
    ///
    /// A read that would take longer fails as `too_slow`.
    func reader(within limit: Duration) -> any InboxReader

    /// Returns when something can be written now; throws why not.
    func probe() async throws(StoreError)

    /// Finishes what waits and lets go of files and locks; later calls fail as `closed`.
    func close() async
}

extension EventStore {
    /// Dismisses the dead deliveries of messages, of one handler or of all; returns the number of them.
    public func dismiss(messages rows: [Int64], handler: HandlerID?) async throws(StoreError) -> Int {
        try await dismiss(messages: rows, handler: handler, states: [.dead])
    }

    /// Marks due deliveries of a handler as running, slow ones as well.
    public func claimDeliveries(
        for handler: HandlerID,
        limit: Int,
        now: Date
    ) async throws(StoreError) -> [ClaimedDelivery] {
        try await claimDeliveries(for: handler, limit: limit, slowLimit: limit, now: now)
    }

    /// When the earliest pending delivery of a handler is due, slow ones as well.
    public func nextAttemptDate(for handler: HandlerID) async throws(StoreError) -> Date? {
        try await nextAttemptDate(for: handler, includingSlow: true)
    }

    /// Takes up deliveries that were running when the previous process ended, all of them suspects.
    public func recoverRunningDeliveries(now: Date) async throws(StoreError) -> RecoverySummary {
        try await recoverRunningDeliveries(harmless: [], now: now)
    }

    /// The store itself, where all its reads are short.
    public func reader(within limit: Duration) -> any InboxReader { self }

    /// Stores a message and its deliveries in one piece; returns once they are durable.
    public func append(_ message: NewMessage) async throws(StoreError) -> AppendOutcome {
        try await withCheckedContinuation { continuation in
            append(message) { continuation.resume(returning: $0) }
        }.get()
    }
}
