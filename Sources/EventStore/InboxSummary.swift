public import Foundation

/// What of an inbox needs something to be done, at a glance.
public struct InboxSummary: Hashable, Sendable {
    /// The number of deliveries of each handler that are pending, running or dead; states without one are left out.
    public var counts: [HandlerID: [DeliveryState: Int]]

    /// Since when the oldest message with a pending delivery waits: for its first attempt, or since the first that failed.
    ///
    /// Unlike its arrival this date moves with a clock that is set, and begins anew with a replay.
    public var oldestPendingArrival: Date?

    /// Makes a summary.
    public init(counts: [HandlerID: [DeliveryState: Int]] = [:], oldestPendingArrival: Date? = nil) {
        self.counts = counts
        self.oldestPendingArrival = oldestPendingArrival
    }

    /// The number of deliveries in a state, of all handlers.
    public func count(_ state: DeliveryState) -> Int {
        counts.values.reduce(0) { $0 + ($1[state] ?? 0) }
    }
}
