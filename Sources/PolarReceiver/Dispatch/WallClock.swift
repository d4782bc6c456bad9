public import Foundation

/// Where the receiver takes the time from, so that tests can move it.
///
/// Retry dates are wall-clock moments because they outlive the process. Time-outs are durations, which a change of the
/// date neither cuts short nor stretches.
public protocol WallClock: Sendable {
    /// The current date.
    var now: Date { get }

    /// The time since a fixed moment, which no change of the date moves.
    var elapsed: Duration { get }

    /// Returns when `date` has come; throws when the task is cancelled meanwhile.
    func sleep(until date: Date) async throws

    /// Returns after `duration`, whatever becomes of the date; throws when the task is cancelled meanwhile.
    func sleep(for duration: Duration) async throws

    /// Returns when it is time to see whether the date was set, at the latest after a minute, or when the task is cancelled.
    func nextLook() async
}

/// The system's clock.
public struct SystemWallClock: WallClock {
    /// The moment that ``elapsed`` is counted from.
    private let start = ContinuousClock.now

    /// Makes the system's clock.
    public init() {}

    /// The time since the clock was made, with the time that the machine was suspended.
    public var elapsed: Duration { .now - start }

    /// The current date.
    public var now: Date { Date() }

    /// Sleeps at most a minute at a time, so that a clock that was set ahead is noticed within that minute.
    public func sleep(until date: Date) async throws {
        while true {
            let remaining = date.timeIntervalSince(now)
            guard remaining > 0 else { return }
            try await Task.sleep(for: .seconds(min(remaining, 60)))
        }
    }

    /// Returns at the next tick of a thread that sleeps, because the tools that fake a date for a test also stop timers.
    public func nextLook() async {
        await ClockTicks.next()
    }

    /// Sleeps at most an hour at a time, so that any duration is one the system can take.
    public func sleep(for duration: Duration) async throws {
        let end = ContinuousClock.now + duration
        while true {
            let remaining = end - .now
            guard remaining > .zero else { return }
            try await Task.sleep(for: min(remaining, .seconds(3_600)))
        }
    }
}
