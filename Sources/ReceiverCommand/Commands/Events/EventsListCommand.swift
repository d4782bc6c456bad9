import ArgumentParser
import EventStore
import PolarReceiver

/// `polar-receiver events list`.
struct EventsListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List messages, newest first.")

    @OptionGroup var options: ConfigurationOptions
    @OptionGroup var filter: MessageFilter

    @Option(help: ArgumentHelp("The highest number of messages.", valueName: "count"))
    var limit = 50

    @Flag(help: "Print one JSON object per line.")
    var json = false

    func validate() throws {
        guard limit > 0 else { throw ValidationError("--limit must be at least 1.") }
    }

    func run() async throws {
        let inbox = try await InboxAccess(options)
        for try await record in inbox.messages(filter.query, .newestFirst).prefix(limit) {
            StandardStream.output(json ? try JSONLine.text(MessageLine(record)) : MessageTable.line(record))
        }
    }
}
