import HTTPServer
import HTTPWire
import Logging
import ReceiverConsole
import ServiceLifecycle

/// Serves the console beside the receiver.
struct AdminService: Service {
    /// In bytes: forms and lists of rows.
    private static let bodyLimit = 1 << 20

    /// In bytes, for all bodies that are arriving.
    private static let bodyBudget = 8 << 20

    private let console: Console

    /// Where this machine reaches it, without a path.
    private let url: String
    private let server: Server
    private let listener: Listener

    init(console: Console, url: String, listener: Listener, logger: Logger) {
        self.console = console
        self.url = url
        self.listener = listener
        let configuration = ServerConfiguration(
            limits: HTTPLimits(body: Self.bodyLimit),
            bodyBudget: Self.bodyBudget,
            maximumConnections: 500,
            loopCount: 1
        )
        server = Server(configuration: configuration, responder: console, logger: logger)
    }

    /// A link that signs in once, within five minutes.
    func makeLink() -> String {
        url + console.makeSignInPath()
    }

    /// A link that signs in once, at any time while the receiver runs: for the terminal it was started from.
    func makeLastingLink() -> String {
        url + console.makeSignInPath(lifetime: .seconds(365 * 86_400))
    }

    func run() async throws {
        try server.startUncounted(on: listener)
        await cancelWhenGracefulShutdown { await console.run() }
        await server.drain(grace: .seconds(1))
    }
}
