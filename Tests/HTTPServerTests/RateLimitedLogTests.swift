import Logging
import Synchronization
import Testing

@testable import HTTPServer

struct RateLimitedLogTests {
    /// A clock that a test moves.
    private final class ManualClock: Sendable {
        private let instant = Mutex(ContinuousClock.now)

        var now: ContinuousClock.Instant { instant.withLock { $0 } }

        func advance(by duration: Duration) {
            instant.withLock { $0 += duration }
        }
    }

    private let clock = ManualClock()
    private let handler = RecordingLogHandler()
    private let log: RateLimitedLog

    init() {
        log = RateLimitedLog(interval: .seconds(10)) { [clock] in clock.now }
    }

    @Test func `logs the first line of an interval only`() {
        write("a")
        clock.advance(by: .milliseconds(9_999))
        write("b")
        #expect(handler.lines == [line(["key": "a"])])
    }

    @Test func `says with the next line how many were left out`() {
        for key in ["a", "b", "c"] { write(key) }
        clock.advance(by: .seconds(10))
        write("d")
        clock.advance(by: .seconds(10))
        write("e")
        #expect(
            handler.lines == [
                line(["key": "a"]),
                line(["key": "d", "log.suppressed_count": "2"]),
                line(["key": "e"]),
            ]
        )
    }

    private func write(_ key: String) {
        log.log(handler.logger, .warning, "Something happened") { ["key": "\(key)"] }
    }

    private func line(_ metadata: [String: String]) -> RecordingLogHandler.Line {
        .init(level: .warning, message: "Something happened", metadata: metadata)
    }
}
