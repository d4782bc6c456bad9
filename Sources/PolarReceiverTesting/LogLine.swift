public import Logging
import Synchronization

/// A line that the receiver or a handler logged.
public struct LogLine: Hashable, Sendable, CustomStringConvertible {
    /// How much it matters.
    public let level: Logger.Level

    /// The sentence.
    public let message: String

    /// The data beside it, such as `webhook.id` and `delivery.attempt`.
    public let metadata: [String: String]

    /// All in one line.
    public var description: String {
        let data = metadata.map { " \($0)=\($1)" }.sorted().joined()
        return "\(level) \(message)\(data)"
    }
}

/// Keeps what is logged.
package final class LogRecorder: Sendable {
    private struct Handler: LogHandler {
        let recorder: LogRecorder
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.trace

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let all = metadata.merging(event.metadata ?? [:]) { $1 }
            recorder.add(
                LogLine(level: event.level, message: "\(event.message)", metadata: all.mapValues { "\($0)" })
            )
        }
    }

    private let recorded = Mutex<[LogLine]>([])

    package init() {}

    package var logger: Logger { Logger(label: "polar-receiver.test") { _ in Handler(recorder: self) } }

    package var lines: [LogLine] { recorded.withLock { $0 } }

    private func add(_ line: LogLine) {
        recorded.withLock { $0.append(line) }
    }
}
