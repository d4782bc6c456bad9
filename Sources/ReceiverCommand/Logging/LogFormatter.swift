import Foundation
import Logging
import PolarEvents
import PolarReceiver

/// Turns log entries into lines.
///
/// Control, format and separator characters are escaped, so that a client can neither forge lines nor steer the display of a
/// terminal or a log viewer.
struct LogFormatter: Sendable {
    let format: LogFormat

    /// Whether the level is coloured, for terminals.
    let usesColour: Bool

    /// Whether each line begins with the level as systemd's journal reads it.
    var hasPriorities = false

    func line(level: Logger.Level, message: String, fields: [(key: String, value: String)], date: Date) -> String {
        let time = Timestamp(date).text
        let line =
            switch format {
            case .json: json(time: time, level: level, message: message, fields: fields)
            case .text: text(time: time, level: level, message: message, fields: fields)
            }
        return hasPriorities ? "<\(Self.priority(of: level))>\(line)" : line
    }

    /// The level of syslog(3).
    private static func priority(of level: Logger.Level) -> Int {
        switch level {
        case .trace, .debug: 7
        case .info: 6
        case .notice: 5
        case .warning: 4
        case .error: 3
        case .critical: 2
        }
    }

    private func json(
        time: String,
        level: Logger.Level,
        message: String,
        fields: [(key: String, value: String)]
    ) -> String {
        let members = [("time", time), ("level", level.rawValue), ("message", message)] + fields
        let texts = members.map { "\(JSONText.quoted($0.0)):\(JSONText.quoted($0.1))" }
        return PrintableText.escapedJSON("{\(texts.joined(separator: ","))}") + "\n"
    }

    private func text(
        time: String,
        level: Logger.Level,
        message: String,
        fields: [(key: String, value: String)]
    ) -> String {
        let pairs = fields.map { " \($0.key)=\(Self.bareOrQuoted($0.value))" }.joined()
        let name = level.rawValue + String(repeating: " ", count: max(0, 8 - level.rawValue.utf8.count))
        return "\(time) \(coloured(name, level)) \(PrintableText.escaped(message))\(pairs)\n"
    }

    private func coloured(_ name: String, _ level: Logger.Level) -> String {
        guard usesColour else { return name }
        let code =
            switch level {
            case .trace, .debug: 90
            case .info: 32
            case .notice: 36
            case .warning: 33
            case .error, .critical: 31
            }
        return "\u{1B}[\(code)m\(name)\u{1B}[0m"
    }

    private static func bareOrQuoted(_ value: String) -> String {
        let printable = PrintableText.escaped(value)
        let isBare = !value.isEmpty && !printable.utf8.contains { " \"=".utf8.contains($0) }
        return isBare ? printable : JSONText.quoted(printable)
    }
}
