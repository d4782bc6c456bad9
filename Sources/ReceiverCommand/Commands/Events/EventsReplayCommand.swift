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
            can catch up. The idempotency key stays the same.
            """
    )

    @OptionGroup var options: ConfigurationOptions
    @OptionGroup var filter: MessageFilter
    @OptionGroup var operation: OperationOptions

    @Flag(help: "Take all messages; needed where no filter is given.")
    var all = false

    func validate() throws {
        guard all || !filter.isEmpty else {
            throw ValidationError("Choose messages, for example with --state dead, or take --all of them.")
        }
    }

    func run() async throws {
        let query = filter.query
        // A handler that has no delivery yet must not rule its messages out.
        var chosen = query
        if query.states.isEmpty { chosen.handler = nil }
        try await operation.perform(chosen, on: InboxAccess(options), verb: "Replayed") {
            .replay(rows: $0, handler: query.handler, states: query.states)
        }
    }
}
