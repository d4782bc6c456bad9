import ArgumentParser
import EventStore
import PolarEvents
import PolarReceiver

/// `polar-receiver events replay`.
struct EventsReplayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Run deliveries again, with all their attempts before them.",
        discussion: """
            The filters choose the messages, --state and --handler also their deliveries: --state dead runs dead letters \
            again. A handler that is named also gets the messages that it takes and has no delivery of, so a new handler can \
            catch up. The idempotency key stays the same, unless they run as new ones.
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
        let settings = try await options.load()
        let query = filter.query
        let rule = ReplayRule(
            handler: query.handler,
            backfills: query.states.isEmpty,
            states: query.states,
            asNew: asNew
        )
        var chosen = query
        // Without a body there is nothing to handle.
        chosen.isPruned = false
        // A handler that has no delivery yet must not rule its messages out.
        if rule.backfills { chosen.handler = nil }
        let isMeant = try choice(of: rule, settings)
        let done = try await operation.perform(chosen, where: isMeant, on: InboxAccess(settings.database)) {
            .replay(rows: $0, rule)
        }
        if let done { StandardStream.output("Replayed \(Counted.deliveries(done.changed)) of \(done.messages).") }
    }

    /// Whether a message is meant: a handler gets again what it got, and for the first time what it takes.
    private func choice(of rule: ReplayRule, _ settings: Settings) throws -> (MessageRecord) -> Bool {
        guard rule.backfills, let handler = rule.handler else { return { _ in true } }
        let modules = try settings.modules()
        let meant = modules.filter { $0.id == handler }
        guard !meant.isEmpty else {
            throw CommandFailure(
                """
                There is no handler \(handler) here, but \(modules.map(\.id.rawValue).joined(separator: ", ")); give the \
                command the program and the configuration of the receiver, or choose its deliveries with --state.
                """
            )
        }
        let interest = try EventInterest(configured: meant)
        let others = settings.endpoints.filter { $0.handlers?.contains(handler) == false }.map(\.name)
        return { record in
            record.deliveries.contains { $0.handler == handler }
                || !others.contains(record.message.endpoint)
                    && interest.wants(record.message.type.map(EventType.init(rawValue:)))
        }
    }
}
