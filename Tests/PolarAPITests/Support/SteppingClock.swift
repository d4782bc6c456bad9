import Foundation
import Synchronization

/// A clock that a test moves, an hour at a time.
final class SteppingClock: Sendable {
    private let moment: Mutex<Date>

    init(from start: Date) {
        moment = Mutex(start)
    }

    var now: @Sendable () -> Date { { self.moment.withLock { $0 } } }

    func step() {
        moment.withLock { $0 += 3_600 }
    }
}
