import ArgumentParser
import EventStore
import PolarReceiver

/// `polar-receiver events dismiss`.
struct EventsDismissCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dismiss",
        abstract: "Let dead letters rest: they are no longer counted, and not run again by a redelivery."
    )

    @OptionGroup var options: ConfigurationOptions
    @OptionGroup var filter: MessageFilter
    @OptionGroup var operation: OperationOptions

    func run() async throws {
        var query = filter.query
        query.states = [.dead]
        let done = try await operation.perform(query, on: InboxAccess(options)) {
            .dismiss(rows: $0, handler: query.handler)
        }
        if let done { StandardStream.output("Dismissed \(Counted.deliveries(done.changed)) of \(done.messages).") }
    }
}
