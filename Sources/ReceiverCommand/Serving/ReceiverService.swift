import HTTPServer
import PolarReceiver
import ServiceLifecycle

/// Keeps server and receiver running until the process is asked to stop, then ends both within the grace period.
struct ReceiverService: Service {
    let receiver: Receiver
    let server: Server<ReceiverResponder>
    let grace: Duration

    /// Called with the port once the server listens; by then a signal to stop is heeded.
    let announce: @Sendable (_ port: Int) throws -> Void

    func run() async throws {
        try announce(start())
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await receiver.run() }
            group.addTask {
                // Throws when the receiver has failed and the group is cancelled; the clients get their answers then too.
                try? await gracefulShutdown()
                receiver.stop(grace: grace)
                await server.drain(grace: grace)
            }
            while try await group.next() != nil {}
        }
    }

    private func start() throws -> Int {
        do throws(ServerError) { return try server.start() } catch { throw CommandFailure(error) }
    }
}
