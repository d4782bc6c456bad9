import HTTPServer
import HTTPWire
import Logging

/// A server that takes requests and never answers one.
final class SilentServer: Sendable {
    private struct Silence: Responder {
        let bodies: AsyncStream<[UInt8]>.Continuation

        func respond(
            to head: borrowing RequestHead,
            bytes: RawSpan,
            body: RawSpan,
            client: ClientAddress,
            exchange: Exchange
        ) -> Answer {
            bodies.yield(body.withUnsafeBytes { Array($0) })
            return .later
        }
    }

    private let server: Server
    private let bodies: AsyncStream<[UInt8]>
    let url: String

    init() throws {
        let (bodies, continuation) = AsyncStream.makeStream(of: [UInt8].self)
        self.bodies = bodies
        server = Server(
            configuration: ServerConfiguration(loopCount: 1),
            responder: Silence(bodies: continuation),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        )
        let listener = try Listener(host: "127.0.0.1", port: 0)
        url = "http://127.0.0.1:\(listener.port)"
        try server.start(on: listener)
    }

    /// The body of the next request.
    func nextBody() async -> [UInt8]? { await bodies.first { _ in true } }

    func stop() async { await server.drain(grace: .zero) }
}
