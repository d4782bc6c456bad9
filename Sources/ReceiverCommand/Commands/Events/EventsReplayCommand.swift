import ArgumentParser
import EventStore
import PolarEvents
import PolarReceiver

/// `polar-receiver events replay`.
struct EventsReplayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Run deliveries again, with the attempt counter reset.",
        discussion: """
            The filters choose the messages, --state and --handler also their deliveries: --state dead runs dead letters \
            again. A handler that is named also gets the messages that it takes and has no delivery of, so a new handler can \
            catch up. The idempotency key stays the same, unless they run as new ones.
            """
    )

    @OptionGroup var options: ConfigurationOptions
    @OptionGroup var filter: MessageFilter
    @OptionGroup var operation: OperationOptions

    @Flag(help: "Give them new idempotency keys, so that handlers take them for events they have never seen.")
    var asNew = false

    func validate() throws {
        guard operation.all || !filter.isEmpty else {
            throw ValidationError("Choose messages, for example with --state dead, or take --all of them.")
        }
    }

    func run() async throws {
        let settings = try await options.load()
        let inbox = try InboxAccess(settings.database)
        let query = try await filter.query(in: inbox, settings, takesSeveral: operation.all)
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
        let isSelected = try selection(by: rule, settings)
        guard
            let result = try await operation.perform(chosen, where: isSelected, on: inbox, { .replay(rows: $0, rule) })
        else { return }
        let deliveries = Counted.text(result.changed, "delivery", plural: "deliveries")
        try StandardStream.output("Replayed \(deliveries) of \(Counted.text(result.messages, "message")).")
    }

    /// Which messages are replayed: a handler gets again what it got, and for the first time what it takes.
    private func selection(by rule: ReplayRule, _ settings: Settings) throws -> (MessageRecord) -> Bool {
        guard rule.backfills, let handler = rule.handler else { return { _ in true } }
        let modules = try settings.modules()
        let selected = modules.filter { $0.id == handler }
        guard !selected.isEmpty else {
            let names = modules.map(\.id.rawValue).joined(separator: ", ")
            throw CommandFailure(
                """
                No handler is called \(handler) in the configuration, which has \(names): is --config missing? To run the \
                deliveries of a handler that was removed, choose them with --state.
                """
            )
        }
        let interest = try EventInterest(configured: selected)
        let others = settings.endpoints.filter { $0.handlers?.contains(handler) == false }.map(\.name)
        return { record in
            record.deliveries.contains { $0.handler == handler }
                || !others.contains(record.message.endpoint)
                    && interest.wants(record.message.type.map(EventType.init(rawValue:)))
        }
    }
}
