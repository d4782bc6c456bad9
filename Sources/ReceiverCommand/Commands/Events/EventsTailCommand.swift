import ArgumentParser
import EventStore
import Foundation
import PolarReceiver

/// `polar-receiver events tail`.
struct EventsTailCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tail",
        abstract: "Print messages as they arrive, until interrupted."
    )

    /// How often the database is asked; an answer without news costs microseconds.
    private static let interval = Duration.milliseconds(200)

    @OptionGroup var options: ConfigurationOptions
    @OptionGroup var filter: MessageFilter

    @Option(help: ArgumentHelp("How many of the newest messages to print first.", valueName: "count"))
    var last = 10

    @Flag(help: "Print one JSON object per line.")
    var json = false

    func run() async throws {
        let inbox = try await InboxAccess(options)
        var newest: [MessageRecord] = []
        for try await record in inbox.messages(filter.query, .newestFirst).prefix(max(0, last)) {
            newest.append(record)
        }
        for record in newest.reversed() { try print(record) }
        var row = try await inbox.newestRow()
        while true {
            for try await record in inbox.messages(filter.query, .oldestFirst, after: row) {
                try print(record)
                row = record.row
            }
            try await Task.sleep(for: Self.interval)
        }
    }

    private func print(_ record: MessageRecord) throws {
        StandardStream.output(json ? try JSONLine.text(MessageLine(record)) : MessageTable.line(record))
    }
}
