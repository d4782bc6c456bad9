import Foundation
import Logging
import PolarReceiver
import Testing

@testable import ReceiverCommand

struct LogFormatterTests {
    private let date = Date(timeIntervalSince1970: 1_795_428_000.125)

    private func line(_ format: LogFormat, _ message: String, _ value: String, usesColour: Bool = false) -> String {
        LogFormatter(format: format, usesColour: usesColour)
            .line(level: .warning, message: message, fields: [(key: "webhook.id", value: value)], date: date)
    }

    @Test func `writes a line for people`() {
        #expect(line(.text, "Hello", "a-1") == "2026-11-23T10:00:00.125000Z warning  Hello webhook.id=a-1\n")
        #expect(line(.text, "Hello", "") == "2026-11-23T10:00:00.125000Z warning  Hello webhook.id=\"\"\n")
        #expect(line(.text, "Hello", "a b").hasSuffix("webhook.id=\"a b\"\n"))
        #expect(line(.text, "Hello", "a=b").hasSuffix("webhook.id=\"a=b\"\n"))
    }

    @Test func `writes an object for machines`() throws {
        let object = try JSONDecoder().decode(
            [String: String].self,
            from: Data(line(.json, "He said \"hi\"", "a\nb\u{1}").utf8)
        )
        #expect(
            object == [
                "time": "2026-11-23T10:00:00.125000Z", "level": "warning", "message": "He said \"hi\"",
                "webhook.id": "a\nb\u{1}",
            ]
        )
    }

    @Test(
        arguments: [
            "a\nforged line", "a\r\nb", "\u{1B}[2J", "\u{9B}2J", "a\u{0}b", "\u{2028}", "\u{202E}", "\u{7F}", "\u{85}",
            "\u{200F}", "\u{2066}", "\u{E0041}", "\u{FEFF}",
        ],
        LogFormat.allCases
    )
    func `lets nobody forge a line or steer a terminal`(value: String, format: LogFormat) {
        let line = line(format, "Hello", value)
        #expect(line.utf8.filter { $0 < 32 } == [10])
        #expect(!line.unicodeScalars.dropLast().contains { $0.steersDisplay })
    }

    @Test func `colours the level on a terminal`() {
        #expect(line(.text, "Hello", "a", usesColour: true).contains("\u{1B}[33mwarning \u{1B}[0m"))
    }

    @Test(arguments: [(Logger.Level.info, "<6>"), (.warning, "<4>"), (.error, "<3>")])
    func `tells the journal the level`(level: Logger.Level, prefix: String) {
        let formatter = LogFormatter(format: .text, usesColour: false, hasPriorities: true)
        #expect(formatter.line(level: level, message: "Hello", fields: [], date: date).hasPrefix("\(prefix)2026-"))
    }

    @Test func `knows the journal by its socket`() {
        var facts = stat()
        #expect(fstat(STDOUT_FILENO, &facts) == 0)
        let own = "\(facts.st_dev):\(facts.st_ino)"
        #expect(JournalStream.isBehind(STDOUT_FILENO, variable: own))
        #expect(!JournalStream.isBehind(STDOUT_FILENO, variable: "1:\(own)"))
        #expect(!JournalStream.isBehind(STDOUT_FILENO, variable: nil))
        #expect(!JournalStream.isBehind(-1, variable: own))
    }
}
