import ArgumentParser
import EventStore
import PolarReceiver

/// `polar-receiver events export`.
struct EventsExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Print messages with bodies, deliveries and attempts, one JSON object per line, oldest first.",
        discussion: """
            'events import' takes them over into another inbox. The last line counts the messages, so that an import notices \
            an export that was cut off. The lines hold personal data.
            """
    )

    private static let pageSize = 200

    @OptionGroup var options: ConfigurationOptions
    @OptionGroup var filter: MessageFilter

    func run() async throws {
        let settings = try await options.load()
        let inbox = try InboxAccess(settings.database)
        let walk = try await inbox.walk(filter.query(in: inbox, settings))
        let count = try await Interruption.heeded { try await print(walk, of: inbox, until: $0) }
        try StandardStream.output(JSONLine.text(ExportLine.end(messages: count)))
        if count == 0 { StandardStream.error("No messages match.") }
    }

    /// Prints the messages of a walk, and returns their number.
    private func print(_ walk: InboxWalk, of inbox: InboxAccess, until interruption: Interruption) async throws -> Int {
        var walk = walk
        var count = 0
        while case let page = try await walk.next(Self.pageSize), !page.isEmpty {
            for record in page {
                guard !interruption.isRequested else {
                    let messages = Counted.text(count, "message")
                    throw CommandFailure("Interrupted after \(messages): the export is not complete; run it again.")
                }
                // Removed meanwhile by retention: there is nothing to print.
                guard let body = try await inbox.body(of: record) else { continue }
                count += 1
                let message = ArchivedMessage(
                    message: record.message,
                    body: body,
                    deliveries: record.deliveries,
                    attempts: try await inbox.attempts(of: record)
                )
                try StandardStream.output(JSONLine.text(ExportLine.message(message, number: count)))
            }
        }
        return count
    }
}
