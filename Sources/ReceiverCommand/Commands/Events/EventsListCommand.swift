import ArgumentParser
import EventStore
import PolarReceiver

/// `polar-receiver events list`.
struct EventsListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List messages, newest first.")

    private static let usualLimit = 50

    /// How many messages are counted beyond those that are printed.
    private static let countLimit = 10_000

    @OptionGroup var options: ConfigurationOptions
    @OptionGroup var filter: MessageFilter

    @Option(help: ArgumentHelp("The highest number of messages (default: \(usualLimit)).", valueName: "count"))
    var limit: Int?

    @Flag(help: "Print one JSON object per line.")
    var json = false

    func validate() throws {
        guard limit.map({ $0 > 0 }) ?? true else { throw ValidationError("--limit must be at least 1.") }
    }

    func run() async throws {
        let settings = try await options.load()
        let inbox = try InboxAccess(settings.database)
        let query = try await filter.query(in: inbox, settings)
        var messages = inbox.messages(query, .newestFirst).makeAsyncIterator()
        var count = 0
        while count < limit ?? Self.usualLimit, let record = try await messages.next() {
            try StandardStream.output(json ? JSONLine.text(MessageLine(record)) : MessageTable.line(record))
            count += 1
        }
        if count == 0 { StandardStream.error("No messages match.") }
        if limit == nil, count == Self.usualLimit { try await tell(of: &messages, after: count) }
    }

    /// Says how many messages were left out, so that a short list is not taken for a whole one.
    private func tell(of messages: inout MessageSequence.Iterator, after count: Int) async throws {
        var rest = 0
        while rest <= Self.countLimit, try await messages.next() != nil { rest += 1 }
        guard rest > 0 else { return }
        let total = rest > Self.countLimit ? "more than \(count + Self.countLimit)" : "\(count + rest)"
        StandardStream.error("\(count) of \(total) messages; print more with --limit, or older ones with --until.")
    }
}
