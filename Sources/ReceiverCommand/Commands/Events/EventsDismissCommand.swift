import ArgumentParser
import EventStore
import PolarReceiver

/// `polar-receiver events dismiss`.
struct EventsDismissCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dismiss",
        abstract: "Dismiss dead letters: they are no longer counted, and not run again by a redelivery.",
        discussion: """
            With --state pending and --handler, deliveries that wait are dismissed too, for example those of a handler that \
            was removed.
            """
    )

    @OptionGroup var options: ConfigurationOptions
    @OptionGroup var filter: MessageFilter
    @OptionGroup var operation: OperationOptions

    func validate() throws {
        guard filter.state.allSatisfy(DeliveryState.dismissable.contains) else {
            throw ValidationError("Only dead and pending deliveries can be dismissed: give --state dead or pending.")
        }
        guard !filter.state.contains(.pending) || filter.handler != nil else {
            throw ValidationError("Deliveries that are pending are dismissed for one handler only: add --handler.")
        }
    }

    func run() async throws {
        let settings = try await options.load()
        let inbox = try InboxAccess(settings.database)
        var query = try await filter.query(in: inbox, settings, takesSeveral: operation.all)
        if query.states.isEmpty { query.states = [.dead] }
        let (handler, states) = (query.handler, query.states)
        let result = try await operation.perform(query, on: inbox) {
            .dismiss(rows: $0, handler: handler, states: states)
        }
        guard let result else { return }
        let deliveries = Counted.text(result.changed, "delivery", plural: "deliveries")
        try StandardStream.output("Dismissed \(deliveries) of \(Counted.text(result.messages, "message")).")
    }
}
