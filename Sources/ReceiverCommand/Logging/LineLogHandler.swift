import Foundation
import Logging

/// Makes one line of each log entry and hands it to the writer.
struct LineLogHandler: LogHandler {
    let formatter: LogFormatter
    let writer: LogWriter

    /// The level of a logger that has none of its own.
    let level: LogLevel
    var metadata: Logger.Metadata = [:]
    private var ownLevel: Logger.Level?

    init(formatter: LogFormatter, writer: LogWriter, level: LogLevel) {
        self.formatter = formatter
        self.writer = writer
        self.level = level
    }

    var logLevel: Logger.Level {
        get { ownLevel ?? level.value }
        set { ownLevel = newValue }
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let merged = metadata.merging(event.metadata ?? [:]) { _, new in new }
        let fields = merged.sorted { $0.key < $1.key }.map { (key: $0.key, value: "\($0.value)") }
        writer.write(formatter.line(level: event.level, message: "\(event.message)", fields: fields, date: Date()))
    }
}
