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
    func claimDeliveries(for handler: HandlerID, limit: Int, now: Date) async throws(StoreError) -> [ClaimedDelivery]

    /// Records how the run of a delivery ended; without effect unless the delivery is running.
    func record(_ result: AttemptResult, of delivery: Int64, now: Date) async throws(StoreError)

    /// When the earliest pending delivery of a handler is due, nil when none is pending.
    func nextAttemptDate(for handler: HandlerID) async throws(StoreError) -> Date?

    /// Takes up deliveries that were running when the previous process ended; called before the first claim.
    func recoverRunningDeliveries(now: Date) async throws(StoreError) -> RecoverySummary

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

    /// Lets dead deliveries of messages rest, of one handler or of all; the number of them.
    func dismiss(messages rows: [Int64], handler: HandlerID?) async throws(StoreError) -> Int

    /// Takes body and headers from messages whose deliveries are all done, and removes those that arrived before `limit`.
    ///
    /// The ids of those that stay are known further on, so that a message that is sent again is still a duplicate.
    /// - Returns: the number of messages that were changed or removed.
    func prune(messages rows: [Int64], keepingIDsSince limit: Date) async throws(StoreError) -> Int

    /// Takes over messages of another inbox, with deliveries in the states they had there; a running one is pending.
    ///
    /// A message whose id is in the inbox already is left out.
    func restore(_ messages: [ArchivedMessage]) async throws(StoreError) -> RestoreSummary

    /// Returns when something can be written now; throws why not.
    func probe() async throws(StoreError)

    /// Finishes what waits and lets go of files and locks; later calls fail as `closed`.
    func close() async
}

extension EventStore {
    /// Stores a message and its deliveries in one piece; returns once they are durable.
    public func append(_ message: NewMessage) async throws(StoreError) -> AppendOutcome {
        try await withCheckedContinuation { continuation in
            append(message) { continuation.resume(returning: $0) }
        }.get()
    }
}
