import ArgumentParser
import EventStore
import PolarReceiver

/// `polar-receiver events replay`.
struct EventsReplayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Run deliveries again, with all their attempts before them.",
        discussion: """
            The filters choose the messages, --state and --handler also their deliveries: --state dead runs dead letters \
            again. A handler that is named gets a delivery of every message, also of those it has none of, so a new handler \
            can catch up. The idempotency key stays the same, unless they run as new ones.
            """
    )

    @OptionGroup var options: ConfigurationOptions
    @OptionGroup var filter: MessageFilter
    @OptionGroup var operation: OperationOptions

    @Flag(help: "Take all messages; needed where no filter is given.")
    var all = false

    @Flag(help: "Give them new idempotency keys, so that handlers take them for events they have never seen.")
    var asNew = false

    func validate() throws {
        guard all || !filter.isEmpty else {
            throw ValidationError("Choose messages, for example with --state dead, or take --all of them.")
        }
    }

    func run() async throws {
        let query = filter.query
        let rule = ReplayRule(handler: query.handler, states: query.states, asNew: asNew)
        var chosen = query
        // Without a body there is nothing to handle.
        chosen.isPruned = false
        // A handler that has no delivery yet must not rule its messages out.
        if query.states.isEmpty { chosen.handler = nil }
        let done = try await operation.perform(chosen, on: InboxAccess(options)) { .replay(rows: $0, rule) }
        if let done { StandardStream.output("Replayed \(Counted.deliveries(done.changed)) of \(done.messages).") }
    }
}
