import ArgumentParser
import EventStore
import PolarReceiver

/// `polar-receiver events export`.
struct EventsExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Print messages with bodies, deliveries and attempts, one JSON object per line, oldest first.",
        discussion: "'events import' takes them over into another inbox. The lines hold personal data."
    )

    @OptionGroup var options: ConfigurationOptions
    @OptionGroup var filter: MessageFilter

    func run() async throws {
        let inbox = try await InboxAccess(options)
        for try await record in inbox.messages(filter.query, .oldestFirst) {
            // Pruned meanwhile as a whole: there is nothing to print.
            guard let body = try await inbox.body(of: record) else { continue }
            let archive = ArchivedMessage(
                message: record.message,
                body: body,
                deliveries: record.deliveries,
                attempts: try await inbox.attempts(of: record)
            )
            StandardStream.output(try JSONLine.text(archive))
        }
    }
}
