import ArgumentParser
import EventStore
import Foundation
import PolarReceiver

/// `polar-receiver events prune`.
struct EventsPruneCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prune",
        abstract: "Take body and headers from messages whose deliveries are all done.",
        discussion: """
            Messages with open deliveries or dead letters stay as they are. Ids are known for 90 days, so that a message \
            which is sent again is a duplicate; older messages are removed as a whole. A running receiver prunes by itself \
            what its configuration says.
            """
    )

    @OptionGroup var options: ConfigurationOptions
    @OptionGroup var filter: MessageFilter
    @OptionGroup var operation: OperationOptions

    func validate() throws {
        guard operation.all || !filter.isEmpty else {
            throw ValidationError("Choose messages, for example with --until 30d, or take --all of them.")
        }
    }

    func run() async throws {
        let limit = Date(timeIntervalSinceNow: -(RetentionPolicy.idAge / .seconds(1)))
        let settings = try await options.load()
        let inbox = try InboxAccess(settings.database)
        let query = try await filter.query(in: inbox, settings, takesSeveral: operation.all)
        let result = try await operation.perform(query, on: inbox) { .prune(rows: $0, keepingIDsSince: limit) }
        guard let result else { return }
        try StandardStream.output("Pruned \(result.changed) of \(Counted.text(result.messages, "message")).")
    }
}
