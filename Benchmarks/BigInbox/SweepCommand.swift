import ArgumentParser
import EventStore
import EventStoreSQLite
import Foundation
import Logging
import PolarReceiver

/// Times one pass of the receiver's retention.
struct SweepCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "sweep")

    @OptionGroup var database: DatabaseOption

    @Option(help: "The age in days from which on bodies go.")
    var age = 90.0

    @Option(help: "The row of the first message that is not that old.")
    var row: Int64

    func run() async throws {
        let store = try SQLiteStore(path: database.path)
        let clock = SweepClock(now: try await date(in: store))
        let policy = RetentionPolicy(rules: [RetentionRule("*", age: .seconds(age * 86_400))])
        let logger = Logger(label: "benchmark") { _ in SwiftLogNoOpLogHandler() }
        let receiver = try Receiver(
            endpoints: [],
            modules: [],
            store: store,
            retention: policy,
            clock: clock,
            logger: logger
        )
        let before = ProcessUsage.processorSeconds
        let start = ContinuousClock.now
        async let running: Void = receiver.run()
        await clock.sweepEnd()
        let elapsed = ContinuousClock.now - start
        let used = ProcessUsage.processorSeconds - before
        receiver.stop(grace: .zero)
        await running
        await store.close()
        try JSONOutput.line(["seconds": .number(elapsed / .seconds(1)), "cpu": .number(used)])
    }

    /// A moment at which all messages before the row are old enough.
    private func date(in store: SQLiteStore) async throws -> Date {
        let page = MessagePage(.oldestFirst, after: row - 1, limit: 1)
        guard let first = try await store.messages(MessageQuery(), page).first else {
            throw BenchmarkError("There is no message in row \(row) or behind it.")
        }
        return first.message.receivedAt + age * 86_400
    }
}
