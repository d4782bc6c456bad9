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

    /// - Parameter admin: the console, nil where it is off.
    init(receiver: Receiver, admin: AdminService?, listener: Listener, logger: Logger) {
        route = OperationsRoute(receiver: receiver)
        let limits = HTTPLimits(body: Self.bodyLimit)
        let configuration = ServerConfiguration(limits: limits, loopCount: 1)
        server = Server(
            configuration: configuration,
            responder: ControlRoute(operations: route, admin: admin),
            logger: logger
        )
        self.listener = listener
    }

    func run() async throws {
        try server.startUncounted(on: listener)
        await cancelWhenGracefulShutdown { await route.run() }
        await server.drain(grace: .seconds(1))
    }
}

/// The paths of the socket: those of operations, and one for a link that signs in to the console.
///
/// Only this user reaches the socket, who can read the console's token as well.
private struct ControlRoute: Responder {
    let operations: OperationsRoute
    let admin: AdminService?

    func respond(
        to head: borrowing RequestHead,
        bytes: RawSpan,
        body: RawSpan,
        client: ClientAddress,
        exchange: Exchange
    ) -> Answer {
        let path = bytes.extracting(head.path).withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
        guard path == ConsoleLink.path, head.method == .post else {
            return operations.respond(to: head, bytes: bytes, body: body, client: client, exchange: exchange)
        }
        guard let admin else { return .now(.json(404, #"{"error":"\#(ConsoleLink.isOff)"}"#)) }
        return .now(.json(200, #"{"link":"\#(admin.makeLink())"}"#))
    }
}
