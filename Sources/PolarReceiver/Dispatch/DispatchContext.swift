import EventStore
import Logging

/// What every worker needs besides its handler.
struct DispatchContext: Sendable {
    let store: any EventStore
    let clock: any WallClock
    let clockWatch: ClockWatch
    let metrics: ReceiverMetrics
    let logger: Logger
    let feed: ActivityFeed

    /// Where a retry falls in its range, from 0 up to but not including 1.
    let jitter: @Sendable () -> Double
}
