import ArgumentParser
import EventStore
import PolarReceiver

/// `polar-receiver events show`.
struct EventsShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show one message: its envelope, its headers, and every attempt of its deliveries."
    )

    @OptionGroup var options: ConfigurationOptions

    @Argument(help: ArgumentHelp("The webhook id, or its beginning.", valueName: "id"))
    var id: String

    @Flag(help: "Print the body as well; it holds personal data.")
    var body = false

    @Flag(help: "Print one JSON object.")
    var json = false

    func run() async throws {
        let inbox = try await InboxAccess(options)
        let record = try await inbox.message(id)
        let attempts = try await inbox.attempts(of: record)
        let content = body ? try await inbox.body(of: record) : nil
        let details = MessageDetails(record: record, attempts: attempts, body: content)
        if json {
            StandardStream.output(try JSONLine.text(details))
        } else {
            details.lines.forEach { StandardStream.output($0) }
        }
    }
}
