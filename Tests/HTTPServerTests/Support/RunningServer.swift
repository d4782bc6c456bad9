import CoreMetrics
import Foundation
import HTTPServer
import HTTPWire
import MetricsTestKit

/// A server that a test talks to.
struct RunningServer {
    let server: Server
    let port: Int
    let responder: TestResponder
    let metrics: TestMetrics
    let log: RecordingLogHandler

    func connect(
        from source: String? = nil,
        tls offer: TLSOffer? = nil,
        receiveBuffer: Int32? = nil
    ) throws -> TestClient {
        let client = try TestClient(port: port, from: source, receiveBuffer: receiveBuffer)
        if let offer { try client.startTLS(offer) }
        return client
    }

    /// The number of connections that the server counts.
    var connectionCount: Double {
        get throws { try metrics.expectMeter("polar_receiver_http_connections").lastValue ?? 0 }
    }

    func refusalCount(_ reason: String) -> Int64 {
        metrics.counterTotal(label: "polar_receiver_http_refusals_total", dimensions: [("reason", reason)])
    }

    func handshakeFailures(_ reason: String) -> Int64 {
        metrics.counterTotal(label: "polar_receiver_tls_handshake_failures_total", dimensions: [("reason", reason)])
    }

    var shedCount: Int64 {
        metrics.counterTotal(label: "polar_receiver_http_connections_shed_total")
    }
}

/// Runs `body` against a server, which is stopped afterwards.
func withServer(
    _ configuration: ServerConfiguration = .local(),
    host: String = "127.0.0.1",
    tls: TLSCredentials? = nil,
    _ body: (RunningServer) async throws -> Void
) async throws {
    let responder = TestResponder()
    let metrics = TestMetrics()
    let log = RecordingLogHandler()
    let server = Server(configuration: configuration, responder: responder, tls: tls, logger: log.logger)
    let listener = try Listener(host: host, port: 0)
    try withMetricsFactory(metrics) { () throws(ServerError) in try server.start(on: listener) }
    let running = RunningServer(server: server, port: listener.port, responder: responder, metrics: metrics, log: log)
    do {
        try await withTaskExecutorPreference(ThreadExecutor.shared) { try await body(running) }
    } catch {
        await stop(running)
        throw error
    }
    await stop(running)
}

private func stop(_ running: RunningServer) async {
    running.responder.unblock()
    await running.server.drain(grace: .zero)
}

extension ServerConfiguration {
    /// One loop; time-outs that no test reaches unless it sets them.
    static func local(
        limits: HTTPLimits = HTTPLimits(),
        bodyBudget: Int = 64 << 20,
        handshakeTimeout: Duration = .seconds(60),
        headTimeout: Duration = .seconds(60),
        bodyTimeout: Duration = .seconds(60),
        idleTimeout: Duration = .seconds(60),
        maximumConnections: Int = 1_000,
        maximumConnectionsPerAddress: Int = 1_000,
        reservedConnections: Int = 0,
        preferredClients: PreferredClients = PreferredClients(),
        trustedProxies: TrustedProxies = TrustedProxies(),
        loopCount: Int = 1
    ) -> ServerConfiguration {
        ServerConfiguration(
            limits: limits,
            bodyBudget: bodyBudget,
            handshakeTimeout: handshakeTimeout,
            headTimeout: headTimeout,
            bodyTimeout: bodyTimeout,
            idleTimeout: idleTimeout,
            maximumConnections: maximumConnections,
            maximumConnectionsPerAddress: maximumConnectionsPerAddress,
            reservedConnections: reservedConnections,
            preferredClients: preferredClients,
            trustedProxies: trustedProxies,
            loopCount: loopCount,
            eventSource: .underTest
        )
    }
}

extension EventSource {
    /// The one of the environment, with which the tests run a second time.
    static let underTest = ProcessInfo.processInfo.environment["TEST_EVENT_SOURCE"].flatMap(EventSource.init) ?? .epoll
}

/// Waits until a condition holds; fails after a minute.
func eventually(_ condition: () throws -> Bool) async throws {
    struct NeverHeld: Error {}
    let end = ContinuousClock.now + .seconds(60)
    while try !condition() {
        guard ContinuousClock.now < end else { throw NeverHeld() }
        try await Task.sleep(for: .milliseconds(1))
    }
}
