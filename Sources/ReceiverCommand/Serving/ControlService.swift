import HTTPServer
import HTTPWire
import Logging
import PolarReceiver
import ServiceLifecycle

/// Takes commands for the running receiver at a socket beside its database.
struct ControlService: Service {
    private let route: OperationsRoute
    private let server: Server
    private let listener: Listener

    /// In bytes: an import sends messages in here, and one of them can have a body of 256 MiB.
    private static let bodyLimit = 1 << 30

    init(receiver: Receiver, listener: Listener, logger: Logger) {
        route = OperationsRoute(receiver: receiver)
        let limits = HTTPLimits(body: Self.bodyLimit)
        let configuration = ServerConfiguration(limits: limits, loopCount: 1)
        server = Server(configuration: configuration, responder: route, logger: logger)
        self.listener = listener
    }

    func run() async throws {
        try server.startUncounted(on: listener)
        await cancelWhenGracefulShutdown { await route.run() }
        await server.drain(grace: .seconds(1))
    }
}
