public import Foundation

/// Where the receiver takes the date from, so that tests can move time.
///
/// Retry dates are wall-clock moments because they outlive the process.
public protocol WallClock: Sendable {
    /// The current date.
    var now: Date { get }

    /// Returns when `date` has come; throws when the task is cancelled meanwhile.
    func sleep(until date: Date) async throws
}

/// The system's clock.
public struct SystemWallClock: WallClock {
    /// Makes the system's clock.
    public init() {}

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
}
