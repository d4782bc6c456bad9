import Logging
import Synchronization

/// Keeps what is logged.
final class RecordingLog: Sendable {
    struct Entry: Sendable {
        let level: Logger.Level
        let message: String
        let metadata: [String: String]
    }

    private struct Handler: LogHandler {
        let log: RecordingLog
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.trace

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let merged = metadata.merging(event.metadata ?? [:]) { $1 }
            log.add(Entry(level: event.level, message: "\(event.message)", metadata: merged.mapValues { "\($0)" }))
        }
    }

    private let entries = Mutex<[Entry]>([])

    var logger: Logger { Logger(label: "test") { _ in Handler(log: self) } }

    var all: [Entry] { entries.withLock { $0 } }

    /// Everything as one text, to look for what must not be there.
    var text: String { all.map { "\($0.level) \($0.message) \($0.metadata)" }.joined(separator: "\n") }

    private func add(_ entry: Entry) {
        entries.withLock { $0.append(entry) }
    }
}
