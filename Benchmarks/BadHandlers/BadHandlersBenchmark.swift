import EventStore
import EventStoreSQLite
import Foundation
import HTTPServer
import Logging
import PolarReceiver
import PolarReceiverTesting

/// Measures a receiver with twenty handlers, four of them bad or none, and prints one JSON object.
///
/// `Benchmarks/run-handlers` calls it in turn with both and makes a table of what it prints.
@main struct BadHandlersBenchmark {
    private let areOthersBad: Bool
    private let rate: Int
    private let seconds: Int
    private let store: TimedStore
    private let logger = Logger(label: "benchmark") { _ in SwiftLogNoOpLogHandler() }

    static func main() async throws {
        let words = CommandLine.arguments.dropFirst()
        guard words.count == 3, let rate = Int(words[2]), let seconds = Int(words[3]), rate > 0 else {
            throw BenchmarkError("Usage: BadHandlersBenchmark good|bad RATE SECONDS")
        }
        let folder = FileManager.default.temporaryDirectory.appending(path: "polar-receiver-\(UUID())")
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = TimedStore(store: try SQLiteStore(path: folder.appending(path: "receiver.db").path))
        let benchmark = Self(areOthersBad: words[1] == "bad", rate: rate, seconds: seconds, store: store)
        print(try await benchmark.run())
    }

    private init(areOthersBad: Bool, rate: Int, seconds: Int, store: TimedStore) {
        self.areOthersBad = areOthersBad
        self.rate = rate
        self.seconds = seconds
        self.store = store
    }

    private func run() async throws -> String {
        let receiver = try Receiver(
            endpoints: [WebhookEndpoint(secrets: [WebhookSecret(SignedRequests.secret)])],
            modules: BenchmarkHandler.measured + BenchmarkHandler.others(areBad: areOthersBad),
            store: store,
            logger: logger
        )
        let server = Server(configuration: ServerConfiguration(), responder: receiver.responder, logger: logger)
        let listener = try Listener(host: "127.0.0.1", port: 0)
        try server.start(on: listener)
        async let running: Void = receiver.run()
        let report = try await measure(port: listener.port)
        receiver.stop(grace: .seconds(1))
        await server.drain(grace: .seconds(1))
        await running
        await store.close()
        return report
    }

    private func measure(port: Int) async throws -> String {
        let requests = try SignedRequests.make(count: rate * seconds)
        let intake = await OpenLoop(requests, perSecond: rate).run(port: port)
        guard intake.count == requests.count else { throw BenchmarkError("Not every message was accepted.") }
        let deliveries = try await successes(count: requests.count * BenchmarkHandler.measured.count)
        let figures = Percentiles(intake).figures("intake") + Percentiles(deliveries).figures("delivery")
        let counts = [("failed_runs", store.times.failures), ("unfinished_runs", store.times.runningCount)]
        let members = (figures + counts.map { ($0, Double($1)) }).map { #""\#($0)": \#($1)"# }
        return "{\(members.joined(separator: ", "))}"
    }

    /// Waits until all deliveries of the measured handlers have succeeded.
    private func successes(count: Int) async throws -> [Duration] {
        let end = ContinuousClock.now + .seconds(60)
        while ContinuousClock.now < end {
            let durations = store.times.durations(of: BenchmarkHandler.measured.map(\.id))
            if durations.count == count { return durations }
            try await Task.sleep(for: .milliseconds(100))
        }
        throw BenchmarkError("Good handlers were held up for a minute.")
    }
}
