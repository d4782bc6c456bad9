import Logging
import Synchronization

/// The log level of all loggers of the process, which a reload can change.
final class LogLevel: Sendable {
    private static let all = Logger.Level.allCases

    private let place: Atomic<Int>

    init(_ level: Logger.Level) {
        place = Atomic(Self.place(of: level))
    }

    var value: Logger.Level {
        get { Self.all[place.load(ordering: .relaxed)] }
        set { place.store(Self.place(of: newValue), ordering: .relaxed) }
    }

    private static func place(of level: Logger.Level) -> Int { all.firstIndex(of: level) ?? 0 }
}
