import ArgumentParser
import EventStore
import PolarReceiver

/// `polar-receiver events dismiss`.
struct EventsDismissCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dismiss",
        abstract: "Dismiss dead letters: they are no longer counted, and not run again by a redelivery."
    )

    @OptionGroup var options: ConfigurationOptions
    @OptionGroup var filter: MessageFilter
    @OptionGroup var operation: OperationOptions

    func validate() throws {
        guard filter.state.allSatisfy({ $0 == .dead }) else {
            throw ValidationError("Only dead deliveries can be dismissed: leave --state out.")
        }
    }

    func run() async throws {
        let settings = try await options.load()
        let inbox = try InboxAccess(settings.database)
        var query = try await filter.query(in: inbox, settings, takesSeveral: operation.all)
        query.states = [.dead]
        let handler = query.handler
        guard let result = try await operation.perform(query, on: inbox, { .dismiss(rows: $0, handler: handler) })
        else {
            return
        }
        let deliveries = Counted.text(result.changed, "delivery", plural: "deliveries")
        try StandardStream.output("Dismissed \(deliveries) of \(Counted.text(result.messages, "message")).")
    }
}
