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

    @Flag(help: "Take all messages; needed where no filter is given.")
    var all = false

    func validate() throws {
        guard all || !filter.isEmpty else {
            throw ValidationError("Choose messages, for example with --until 30d, or take --all of them.")
        }
    }

    func run() async throws {
        let limit = Date(timeIntervalSinceNow: -(RetentionPolicy.idAge / .seconds(1)))
        let done = try await operation.perform(filter.query, on: InboxAccess(options)) {
            .prune(rows: $0, keepingIDsSince: limit)
        }
        if let done { StandardStream.output("Pruned \(done.changed) of \(done.messages).") }
    }
}
