import HTTPServer
import PolarHandlers
import PolarReceiver
import ServiceLifecycle

/// Keeps server and receiver running until the process is asked to stop, then ends both within the grace period.
struct ReceiverService: Service {
    let receiver: Receiver
    let server: Server
    let listener: Listener
    let grace: Duration
    let log: ServeLog

    /// Called once the server serves; by then a signal to stop is heeded.
    let announce: @Sendable () throws -> Void

    /// What the modules have at least to end: a program has two seconds after SIGTERM.
    private static let shortestEnd = Duration.seconds(3)

    func run() async throws {
        do throws(HandlerStartError) { try await receiver.start() } catch { throw CommandFailure(error.description) }
        let result = await outcome(of: serve)
        await receiver.finish(grace: max(grace, Self.shortestEnd))
        RunningPrograms.kill()
        try result.get()
    }

    private func serve() async throws {
        do throws(ServerError) { try server.start(on: listener) } catch { throw CommandFailure(error) }
        let secondSignal = await SecondSignal(log: log)
        try announce()
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await secondSignal.endsProcess() }
            await serveUntilStopped()
            group.cancelAll()
        }
    }

    private func serveUntilStopped() async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await receiver.run() }
            group.addTask {
                // Throws when the service is cancelled; the clients get their answers then too.
                try? await gracefulShutdown()
                receiver.stop(grace: grace)
                await server.drain(grace: grace)
            }
        }
    }
}
