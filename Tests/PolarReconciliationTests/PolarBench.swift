import EventStore
import Foundation
import HTTPServer
import Logging
import PolarAPI
import PolarReceiver
import PolarReceiverTesting
import PolarReconciliation
import PolarSimulator
import Testing

/// A receiver, a simulated Polar that knows it, and what compares them.
final class PolarBench: Sendable {
    static let path = "/webhooks/polar"

    let polar: PolarSimulator
    let client: PolarClient
    let receiver: Receiver
    let store: any EventStore
    let endpoint: SimulatedEndpoint
    let local = LocalEndpoint(name: "polar", path: path)
    let progress: ProgressFile
    let log = LogRecorder()
    private let folder: URL
    private let gate: Gate
    private let server: Server

    init(_ modules: [any HandlerModule] = [], options: SimulatorOptions = .swift) throws {
        let logger = log.logger
        polar = PolarSimulator(options, logger: logger)
        try polar.start()
        let listener = try Listener(host: "127.0.0.1", port: 0)
        endpoint = polar.addEndpoint(url: "http://127.0.0.1:\(listener.port)\(Self.path)")
        store = MemoryStore()
        receiver = try Receiver(
            endpoints: [WebhookEndpoint(secrets: [try WebhookSecret(endpoint.secret)])],
            modules: modules,
            store: store,
            logger: logger
        )
        gate = Gate(receiver.responder)
        server = Server(configuration: ServerConfiguration(loopCount: 1), responder: gate, logger: logger)
        try server.start(on: listener)
        let server = try PolarServer(apiURL: polar.url, webURL: polar.url)
        client = PolarClient(
            server: server,
            token: FixedAccessToken(try AccessToken(polar.accessToken)),
            retries: RequestRetries(sleep: { _ in }),
            logger: logger
        )
        folder = FileManager.default.temporaryDirectory.appending(path: "polar-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        progress = ProgressFile(path: folder.appending(path: "progress.json").path)
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    /// Runs the test, then stops everything.
    func run(_ body: () async throws -> Void) async throws {
        let result: Result<Void, any Error>
        do { result = .success(try await body()) } catch { result = .failure(error) }
        await polar.stop()
        await server.drain(grace: .seconds(1))
        try result.get()
    }

    var reconciler: Reconciler {
        Reconciler(
            polar: client,
            inbox: RecoveryInbox(receiver),
            progress: progress,
            pacer: Pacer(interval: .zero)
        )
    }

    /// Compares with the usual options, or others.
    func reconcile(_ change: (inout ReconciliationOptions) -> Void = { _ in }) async throws -> Reconciliation {
        var options = ReconciliationOptions()
        change(&options)
        return try await reconciler.run(local, options)
    }

    /// Lets orders be paid at Polar, and waits until it has done what it can about them.
    func emit(orders: Range<Int>) async throws -> [String] {
        var ids: [String] = []
        for number in orders {
            ids += polar.emit(body: Self.body("order.paid", #"{"id":"\#(number)","customer_id":"c\#(number % 7)"}"#))
        }
        try await quiet()
        return ids
    }

    /// The same while the receiver refuses everything, so that every attempt fails.
    func emitRefused(orders: Range<Int>) async throws -> [String] {
        gate.set(open: false)
        let ids = try await emit(orders: orders)
        gate.set(open: true)
        return ids
    }

    func quiet() async throws {
        while polar.isBusy { try await Task.sleep(for: .milliseconds(5)) }
    }

    static func body(_ type: String, _ data: String) -> String {
        #"{"type":"\#(type)","timestamp":"2026-11-23T10:00:00.123456Z","api_version":"2026-10","data":\#(data)}"#
    }

    /// What is in the inbox, by id.
    func inbox() async throws -> [String: MessageRecord] {
        let records = try await store.messages(limit: 10_000)
        return Dictionary(uniqueKeysWithValues: records.map { ($0.message.webhookID, $0) })
    }
}

extension SimulatorOptions {
    /// Polar's hour in a twinkling.
    static let swift = SimulatorOptions(rateLimit: 100_000, sleep: { _ in await Task.yield() })
}
