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
            catch up. The idempotency key stays the same, unless they run as new ones. With --as, another handler takes over \
            what a handler has pending or dead, for example one that was renamed.
            """
    )

    @OptionGroup var options: ConfigurationOptions
    @OptionGroup var filter: MessageFilter
    @OptionGroup var operation: OperationOptions

    @Flag(help: "Give them new idempotency keys, so that handlers take them for events they have never seen.")
    var asNew = false

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp("Give the deliveries of --handler to this handler instead.", valueName: "handler")
    )
    var successor: String?

    func validate() throws {
        guard successor == nil || filter.handler != nil else {
            throw ValidationError("--as gives the deliveries of one handler to another: add --handler.")
        }
        guard successor == nil || successor != filter.handler else {
            throw ValidationError("--as and --handler name the same handler; name another one.")
        }
        guard successor == nil || filter.state.allSatisfy(DeliveryState.dismissable.contains) else {
            throw ValidationError("Only dead and pending deliveries can be handed over: give --state dead or pending.")
        }
        guard operation.all || !filter.isEmpty else {
            throw ValidationError("Choose messages, for example with --state dead, or take --all of them.")
        }
    }

    func run() async throws {
        let settings = try await options.load()
        let inbox = try InboxAccess(settings.database)
        var query = try await filter.query(in: inbox, settings, takesSeveral: operation.all)
        if successor != nil, query.states.isEmpty { query.states = DeliveryState.dismissable }
        let rule = ReplayRule(
            handler: query.handler,
            backfills: query.states.isEmpty && successor == nil,
            states: query.states,
            asNew: asNew,
            successor: try successor.map { try Self.handler($0, settings) }
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

    /// A handler of the configuration.
    private static func handler(_ name: String, _ settings: Settings) throws -> HandlerID {
        let names = try settings.modules().map(\.id.rawValue)
        guard names.contains(name) else {
            throw CommandFailure.usage(
                "No handler is called \(name) in the configuration" + Spelling.hint(for: name, among: names)
            )
        }
        return HandlerID(rawValue: name)
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
