import ArgumentParser
import EventStore
import EventStoreSQLite
import Foundation
import HTTPServer
import Logging
import PolarHandlers
import PolarReceiver
import PolarReceiverTesting
import UnixSignals

/// A part of the receiver's way of a message as a server of its own, so that benchmarks see what each step costs.
///
/// `Benchmarks/run-intake` drives it in turn with its peers.
@main struct IntakeServer: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "intake-server",
        abstract: "Take signed messages as far as the tier says; the secret is in POLAR_WEBHOOK_SECRET."
    )

    @Option(help: ArgumentHelp("How far messages go: \(Tier.names).", valueName: "tier"))
    var tier = Tier.durable

    @Option(help: ArgumentHelp("The port on 127.0.0.1; 0 takes a free one and prints it.", valueName: "port"))
    var port = 0

    @Option(help: ArgumentHelp("The database of the durable tier.", valueName: "file"))
    var database = "intake.db"

    @Flag(help: "Print the body of an order.paid, and nothing else.")
    var sample = false

    func run() async throws {
        // As in polar-receiver: a client that goes away is an error of one call.
        signal(SIGPIPE, SIG_IGN)
        if sample { return try printSample() }
        switch tier {
        case .http: try await serve(AcceptingResponder())
        case .verified: try await serve(VerifyingResponder(endpoint: endpoint()))
        case .durable: try await serveDurably()
        }
    }

    /// Stores every message with one delivery, for a handler that never runs.
    private func serveDurably() async throws {
        let store = try SQLiteStore(path: database)
        let receiver = try Receiver(endpoints: [endpoint()], modules: [LogHandler()], store: store, logger: Self.logger)
        try await serve(receiver.responder)
        await store.close()
    }

    private func serve(_ responder: some Responder) async throws {
        let listener = try Listener(host: "127.0.0.1", port: port)
        let server = Server(configuration: ServerConfiguration(), responder: responder, logger: Self.logger)
        let signals = await UnixSignalsSequence(trapping: .sigterm, .sigint)
        try server.start(on: listener)
        try FileHandle.standardOutput.write(contentsOf: Data("port \(listener.port)\n".utf8))
        for await _ in signals { break }
        await server.drain(grace: .seconds(1))
    }

    private func endpoint() throws -> WebhookEndpoint {
        guard let secret = ProcessInfo.processInfo.environment["POLAR_WEBHOOK_SECRET"] else {
            throw ValidationError("POLAR_WEBHOOK_SECRET is not set.")
        }
        return WebhookEndpoint(secrets: [try WebhookSecret(secret)])
    }

    private func printSample() throws {
        guard let sample = SampleEvent(type: "order.paid") else { return }
        try FileHandle.standardOutput.write(contentsOf: Data(sample.body))
    }

    /// Standard output has the port only.
    private static let logger = Logger(label: "intake-server") { StreamLogHandler.standardError(label: $0) }
}
