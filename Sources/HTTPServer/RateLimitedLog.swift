package import Logging
import Synchronization

/// Logs at most one line per interval and says how many it left out, so that a hostile client cannot fill the disk.
package final class RateLimitedLog: Sendable {
    private struct State {
        var nextLine: ContinuousClock.Instant?
        var suppressed = 0
    }

    private let interval: Duration
    private let now: @Sendable () -> ContinuousClock.Instant
    private let state = Mutex(State())

    package init(
        interval: Duration = .seconds(10),
        now: @escaping @Sendable () -> ContinuousClock.Instant = { .now }
    ) {
        self.interval = interval
        self.now = now
    }

    /// Logs, unless a line was logged less than an interval ago.
    package func log(
        _ logger: Logger,
        _ level: Logger.Level,
        _ message: @autoclosure () -> Logger.Message,
        metadata: () -> Logger.Metadata
    ) {
        let now = now()
        let suppressed = state.withLock { state -> Int? in
            if let next = state.nextLine, now < next {
                state.suppressed += 1
                return nil
            }
            defer { state.suppressed = 0 }
            state.nextLine = now + interval
            return state.suppressed
        }
        guard let suppressed else { return }
        var metadata = metadata()
        if suppressed > 0 { metadata["log.suppressed_count"] = "\(suppressed)" }
        logger.log(level: level, message(), metadata: metadata)
    }
}
