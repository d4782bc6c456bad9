import HTTPServer
import Logging
import PolarReceiver
import PolarReceiverTesting

extension Bench {
    /// Puts the receiver behind a real server while `body` runs.
    func serve(_ body: (Client) async throws -> Void) async throws {
        let server = Server(
            configuration: ServerConfiguration(loopCount: 1),
            responder: receiver.responder,
            logger: log.logger
        )
        let listener = try Listener(host: "127.0.0.1", port: 0)
        try server.start(on: listener)
        let client = Client(port: listener.port)
        let outcome: Result<Void, any Error>
        do { outcome = .success(try await body(client)) } catch { outcome = .failure(error) }
        await server.drain(grace: .seconds(1))
        try outcome.get()
    }
}
