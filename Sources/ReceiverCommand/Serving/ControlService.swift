import Foundation
import HTTPServer
import HTTPWire
import Logging
import PolarReceiver
import ServiceLifecycle

/// Takes commands for the running receiver at a socket beside its database.
struct ControlService: Service {
    private let route: OperationsRoute
    private let admin: AdminService?
    private let listener: Listener
    private let path: String
    private let logger: Logger

    /// In bytes: an import sends messages in here, and one of them can have a body of 256 MiB.
    private static let bodyLimit = 1 << 30

    /// How long it takes at most to notice that the socket's file was removed.
    private static let lookInterval = Duration.seconds(1)

    /// - Parameter admin: the console, nil where it is off.
    /// - Throws: ``ServerError`` when the socket cannot be made.
    init(receiver: Receiver, admin: AdminService?, path: String, logger: Logger) throws(ServerError) {
        route = OperationsRoute(receiver: receiver)
        listener = try Listener(path: path)
        self.admin = admin
        self.path = path
        self.logger = logger
    }

    func run() async throws {
        try await cancelWhenGracefulShutdown {
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { await route.run() }
                group.addTask { try await serve() }
                try await group.waitForAll()
            }
        }
    }

    /// Serves until cancelled, at a new socket whenever someone has removed the file of the earlier one.
    private func serve() async throws {
        var listener = listener
        while !Task.isCancelled {
            let server = makeServer()
            try server.startUncounted(on: listener)
            await waitForRemoval()
            // Removes the file, so it must end before the next one begins.
            await server.drain(grace: .seconds(1))
            guard !Task.isCancelled, let next = try await makeListener() else { return }
            listener = next
            logger.notice("Made the socket for commands again, which was removed", metadata: ["file.path": "\(path)"])
        }
    }

    private func makeServer() -> Server {
        let limits = HTTPLimits(body: Self.bodyLimit)
        return Server(
            configuration: ServerConfiguration(limits: limits, loopCount: 1),
            responder: ControlRoute(operations: route, admin: admin),
            logger: logger
        )
    }

    /// Returns when the socket's file is gone, or the task is cancelled.
    private func waitForRemoval() async {
        while !Task.isCancelled, FileManager.default.fileExists(atPath: path) {
            try? await Task.sleep(for: Self.lookInterval)  // cancelled: the loop ends
        }
    }

    /// Makes the socket again, as soon as its folder takes it; nil when cancelled.
    private func makeListener() async throws -> Listener? {
        while !Task.isCancelled {
            do throws(ServerError) { return try Listener(path: path) } catch {
                try? await Task.sleep(for: Self.lookInterval)  // cancelled: the loop ends
            }
        }
        return nil
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
