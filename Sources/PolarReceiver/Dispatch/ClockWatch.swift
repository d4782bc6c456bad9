import Foundation
import Synchronization

/// Notices that the date was set, by comparing it with the time that has passed.
final class ClockWatch: Sendable {
    /// A smaller change is left alone until others add up to it: it delays nothing by more than this.
    private static let tolerance = Duration.seconds(10)

    private let clock: any WallClock

    /// The date at the zero of the elapsed time, as far as is known.
    private let origin: Mutex<Date>

    init(_ clock: any WallClock) {
        self.clock = clock
        origin = Mutex(clock.now - clock.elapsed)
    }

    /// By how much the date was set since the last call; nil when it was not.
    func change() -> Duration? {
        let before = clock.elapsed
        let date = clock.now
        // A thread that was held up between the two readings knows nothing.
        guard clock.elapsed - before < .seconds(1) else { return nil }
        return origin.withLock { origin in
            let change = Duration.seconds((date - before).timeIntervalSince(origin))
            guard change.magnitude >= Self.tolerance else { return nil }
            origin = origin + change
            return change
        }
    }

    /// Has a change noticed again that could not be acted on.
    func takeBack(_ change: Duration) {
        origin.withLock { $0 = $0 - change }
    }
}

extension Duration {
    fileprivate var magnitude: Duration { self < .zero ? .zero - self : self }
}
