import ArgumentParser
import EventStoreSQLite

/// Measures how many messages a second go into an inbox.
struct AppendCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "append")

    @OptionGroup var database: DatabaseOption

    @Option(help: "The size of the bodies.")
    var bodySize = 200

    @Option(help: "For how long.")
    var seconds = 5.0

    func run() async throws {
        let store = try SQLiteStore(path: database.path)
        let appenders = Appenders(store: store, bodySize: bodySize)
        let before = ProcessUsage.processorSeconds
        let start = ContinuousClock.now
        let count = try await appenders.run(for: .seconds(seconds))
        let elapsed = ContinuousClock.now - start
        let used = ProcessUsage.processorSeconds - before
        try JSONOutput.line([
            "appends": .number(Double(count)), "seconds": .number(elapsed / .seconds(1)),
            "cpu": .number(used),
        ])
        await store.close()
    }
}
