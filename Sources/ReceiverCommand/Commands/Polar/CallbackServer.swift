import Foundation
import HTTPServer
import HTTPWire
import PolarAPI
import StandardWebhooks

/// Where the browser comes back to after somebody has allowed access, or has not (RFC 8252 §7.3).
struct CallbackServer {
    private static let patience = Duration.seconds(300)

    /// What ties the browser that comes back to the one that was sent.
    let state: String

    /// The address for Polar to send the browser to.
    let redirectURI: String

    private let server: Server
    private let route: CallbackRoute

    /// Serves from now on, on this machine only.
    ///
    /// - Throws: ``CommandFailure`` where the port is taken.
    init(port: Int) throws {
        state = Base64URL.text(of: RandomBytes.make(count: 32))
        route = CallbackRoute(state: state)
        do throws(ServerError) {
            let listener = try Listener(host: "127.0.0.1", port: port)
            redirectURI = "http://127.0.0.1:\(listener.port)\(CallbackRoute.path)"
            server = Server(
                configuration: ServerConfiguration(loopCount: 1),
                responder: route,
                logger: PolarAccess.logger
            )
            try server.start(on: listener)
        } catch {
            throw CommandFailure(error.sentence(hostSetting: "HOST", portSetting: "--port"))
        }
    }

    /// Waits for the browser, five minutes at most.
    ///
    /// - Throws: ``CommandFailure`` where access was not allowed.
    func code() async throws -> String {
        let result = await withTaskGroup(of: Result<String, OAuth2Error>?.self) { group in
            group.addTask { await route.result() }
            group.addTask {
                try? await Task.sleep(for: Self.patience)  // cancelled: the browser has come
                return nil
            }
            let first = await group.next() ?? nil
            group.cancelAll()
            return first
        }
        switch result {
        case .success(let code): return code
        case .failure(let error) where error.error == "access_denied":
            throw CommandFailure("Access was not allowed in the browser; run this again to ask again.")
        case .failure(let error): throw CommandFailure(MessageTable.printable("\(error)"))
        case nil: throw CommandFailure("Nobody has allowed access within five minutes; run this again.")
        }
    }

    func stop() async {
        await server.drain(grace: .seconds(1))
    }
}
