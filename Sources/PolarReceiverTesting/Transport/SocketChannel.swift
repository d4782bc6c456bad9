import Foundation
import HTTPServer
import Logging

/// The real server on a free port, and a client that opens a connection for each request.
struct SocketChannel: Channel {
    private let server: Server
    private let client: SocketClient

    /// Serves from now on.
    init(responder: ReceiverResponder, patience: Duration) throws {
        // Its log says nothing about handlers.
        let logger = Logger(label: "polar-receiver.test.http") { _ in SwiftLogNoOpLogHandler() }
        let listener = try Listener(host: "127.0.0.1", port: 0)
        server = Server(configuration: ServerConfiguration(loopCount: 1), responder: responder, logger: logger)
        try server.start(on: listener)
        client = SocketClient(port: listener.port, patience: patience)
    }

    func answer(to request: [UInt8]) async throws -> HTTPAnswer {
        // On a thread of its own: those of Swift's concurrency, and Dispatch's behind them, must not block.
        let bytes = try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread { [client] in
                continuation.resume(with: Result { try client.exchange(request) })
            }
        }
        return try HTTPAnswer(bytes)
    }

    func close() async {
        await server.drain(grace: .seconds(1))
    }
}
