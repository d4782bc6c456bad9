import EventStore
import Foundation
import HTTPServer
import HTTPWire
import Logging
import PolarReceiver
import PolarReceiverTesting
import PrometheusMetrics
import StandardWebhooks
import Testing

@testable import ReceiverConsole

/// A receiver and its console, both on real sockets, with a clock and a store of the test's.
struct ConsoleBench {
    static let token = "correct-horse-battery-staple"
    private static let secret = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="

    let store: any EventStore
    let clock = ManualClock()
    let log = LogRecorder()
    let receiver: Receiver
    let registry = PrometheusRegistry(help: MetricHelp.texts)
    private let accessToken: AccessToken

    init(_ modules: [any HandlerModule] = [], store: any EventStore = MemoryStore()) throws {
        self.store = store
        accessToken = try #require(AccessToken(Self.token))
        receiver = try Receiver(
            endpoints: [WebhookEndpoint(secrets: [WebhookSecret(Self.secret)])],
            modules: modules,
            store: store,
            clock: clock,
            logger: log.logger
        )
    }

    /// Serves while `body` runs, for a visitor who has a session, and delivers if that is wanted.
    func run(
        delivers: Bool = false,
        signsIn: Bool = true,
        showsHealth: Bool = true,
        _ body: (ConsoleVisitor) async throws -> Void
    ) async throws {
        let console = try Console(
            receiver: receiver,
            token: accessToken,
            showsHealth: showsHealth,
            registry: registry,
            version: "1.2.3",
            freeBytes: { 5_000_000_000 },
            clock: clock,
            logger: log.logger
        )
        let (server, port) = try serve(console)
        let (inbox, inboxPort) = try serve(receiver.responder)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await console.run() }
            if delivers { group.addTask { [receiver] in await receiver.run() } }
            do {
                let path = console.makeSignInPath()
                let stranger = ConsoleVisitor(port: port, inboxPort: inboxPort, signInPath: path)
                try await body(signsIn ? stranger.signedIn() : stranger)
            } catch {
                group.cancelAll()
                throw error
            }
            receiver.stop(grace: .zero)
            group.cancelAll()
        }
        await server.drain(grace: .seconds(1))
        await inbox.drain(grace: .seconds(1))
    }

    /// Stores a message that is to be delivered to handlers.
    @discardableResult
    func append(
        _ id: String,
        type: String = "order.paid",
        body: String = #"{"type":"order.paid"}"#,
        subject: String = "customer:1",
        headers: [MessageHeader] = [],
        for handlers: [HandlerID] = ["test"]
    ) async throws -> Int64 {
        let message = NewMessage(
            endpoint: "polar",
            webhookID: id,
            type: type,
            timestamp: clock.now,
            apiVersion: "2026-10",
            subject: subject,
            headers: headers,
            body: Array(body.utf8),
            receivedAt: clock.now,
            deliveries: handlers.map { NewDelivery(handler: $0) }
        )
        _ = try await store.append(message)
        return try await store.messages(limit: 1).first?.row ?? 0
    }

    /// Makes a dead letter of a message for `test`.
    @discardableResult
    func appendDead(_ id: String, error: String = "no") async throws -> Int64 {
        let row = try await append(id)
        for claimed in try await store.claimDeliveries(for: "test", limit: 1, now: clock.now) {
            try await store.record(.dead(error: error), of: claimed.id, now: clock.now)
        }
        return row
    }

    /// The states of a message's deliveries.
    func states(_ id: String) async throws -> [DeliveryState] {
        var query = MessageQuery()
        query.idPrefix = id
        return try await store.messages(query, MessagePage(limit: 1)).flatMap { $0.deliveries.map(\.state) }
    }

    /// A request with a signed message.
    func signed(_ id: String, body: String, isForged: Bool = false) throws -> [UInt8] {
        let signer = try MessageSigner(key: SigningKey(base64: Self.secret))
        let bytes = Array(body.utf8)
        let now = Int64(clock.now.timeIntervalSince1970)
        // The signer takes no id that a message must not have, and a forger does not care.
        let fields = try signer.headers(
            id: isForged ? "forged" : id,
            timestamp: now,
            body: isForged ? bytes + [32] : bytes
        )
        .map { (name: $0.name, value: $0.name == "webhook-id" ? id : $0.value) }
        let head = "POST /webhooks/polar HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: \(bytes.count)\r\n"
        return Array((head + fields.map { "\($0.name): \($0.value)\r\n" }.joined() + "\r\n").utf8) + bytes
    }

    private func serve(_ responder: any Responder) throws -> (Server, port: Int) {
        // No test is about these times, and a busy machine may need more than the usual ones.
        let patience = Duration.seconds(600)
        let configuration = ServerConfiguration(
            headTimeout: patience,
            bodyTimeout: patience,
            idleTimeout: patience,
            loopCount: 1
        )
        let server = Server(configuration: configuration, responder: responder, logger: log.logger)
        let listener = try Listener(host: "127.0.0.1", port: 0)
        try server.start(on: listener)
        return (server, listener.port)
    }
}
