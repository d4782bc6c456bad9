import Foundation
import Logging
import PolarReceiver

/// Writes each log entry as one line with one write to a descriptor, so that lines of several threads do not mix.
struct LineLogHandler: LogHandler {
    let formatter: LogFormatter
    let descriptor: Int32

    /// The level of a logger that nobody gave one of its own.
    let level: LogLevel
    var metadata: Logger.Metadata = [:]
    private var ownLevel: Logger.Level?

    init(formatter: LogFormatter, descriptor: Int32, level: LogLevel) {
        self.formatter = formatter
        self.descriptor = descriptor
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
        write(formatter.line(level: event.level, message: "\(event.message)", fields: fields, date: Date()))
    }

    private func write(_ line: String) {
        var bytes = Array(line.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            // A log that cannot be written is no reason to stop taking messages.
            guard count > 0 || (count < 0 && errno == EINTR) else { return }
            bytes = bytes.dropFirst(max(0, count))
        }
    }
}
