import HTTPServer
import Logging
import PolarReceiver
import ServiceLifecycle

/// Takes commands for the running receiver at a socket beside its database.
struct ControlService: Service {
    private let route: OperationsRoute
    private let server: Server<OperationsRoute>
    private let listener: Listener

    init(receiver: Receiver, listener: Listener, logger: Logger) {
        route = OperationsRoute(receiver: receiver)
        server = Server(configuration: ServerConfiguration(loopCount: 1), responder: route, logger: logger)
        self.listener = listener
    }

    func run() async throws {
        do throws(ServerError) { try server.start(on: listener) } catch { throw CommandFailure(error) }
        await cancelWhenGracefulShutdown { await route.run() }
        await server.drain(grace: .seconds(1))
    }
}
