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

    @Option(help: ArgumentHelp("Where it was taken; for an id that two endpoints have.", valueName: "endpoint"))
    var endpoint: String?

    @Argument(help: ArgumentHelp("The webhook id, or its beginning.", valueName: "id"))
    var id: String

    @Flag(help: "Print the body as well; it holds personal data.")
    var body = false

    @Flag(help: "Print one JSON object.")
    var json = false

    func validate() throws {
        guard !id.isEmpty else { throw ValidationError("An id is needed: is a variable not set?") }
    }

    func run() async throws {
        let inbox = try InboxAccess(await options.load().database)
        let record = try await inbox.message(id, at: endpoint)
        let attempts = try await inbox.attempts(of: record)
        let content = body ? try await inbox.body(of: record) : nil
        let details = MessageDetails(record: record, attempts: attempts, body: content)
        guard !json else { return try StandardStream.output(JSONLine.text(details)) }
        for line in details.lines { try StandardStream.output(line) }
        if let content { try print(content) }
    }

    /// Prints a body: exact bytes for the next program, escaped text for a terminal.
    private func print(_ body: [UInt8]) throws {
        guard !StandardStream.isTerminal else {
            return try StandardStream.output(String(decoding: body, as: UTF8.self))
        }
        try StandardStream.output(bytes: body + [UInt8(ascii: "\n")])
    }
}
