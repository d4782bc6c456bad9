import Foundation
import Logging

/// The log of `serve` on standard output.
struct ServeLog: Sendable {
    let writer: LogWriter
    let level: LogLevel
    let logger: Logger

    init(_ settings: Settings) {
        let formatter = LogFormatter(
            format: settings.logFormat,
            usesColour: isatty(STDOUT_FILENO) == 1,
            hasPriorities: JournalStream.isBehind(
                STDOUT_FILENO,
                variable: settings.source.environment["JOURNAL_STREAM"]
            )
        )
        let writer = LogWriter(descriptor: STDOUT_FILENO) { dropped in
            formatter.line(
                level: .warning,
                message: "\(dropped) log \(dropped == 1 ? "line was" : "lines were") not written",
                fields: [(key: "log.dropped_lines", value: "\(dropped)")],
                date: Date()
            )
        }
        let level = LogLevel(settings.logLevel)
        logger = Logger(label: "polar-receiver") { _ in
            LineLogHandler(formatter: formatter, writer: writer, level: level)
        }
        (self.writer, self.level) = (writer, level)
    }

    /// Writes the lines that still wait, at the end of the process; gives up on a reader that stands still.
    func finish() { writer.flush(within: .seconds(1)) }
}
