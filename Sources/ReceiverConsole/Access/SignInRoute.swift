import HTTPServer
import HTTPWire
import Logging

/// The page that asks for the token, and the sessions that it begins and ends.
struct SignInRoute: Sendable {
    let gatekeeper: Gatekeeper
    let writer: PageWriter
    let logger: Logger

    func form(for request: ConsoleRequest) -> Response {
        gatekeeper.token == nil ? .seeOther("/") : page(problem: nil)
    }

    func begin(_ request: ConsoleRequest) -> Response {
        let (session, verdict) = gatekeeper.signIn(request.form["token"] ?? "", request.client)
        let metadata: Logger.Metadata = ["client.address": "\(request.client)"]
        guard let session else {
            logger.warning("Refused to sign in to the console", metadata: metadata)
            return verdict == .blocked
                ? page(problem: "Too many wrong tokens came from your address; try again in a minute.", status: 429)
                : page(problem: "This is not the token.", status: 403)
        }
        logger.notice("Signed in to the console", metadata: metadata)
        let attributes = "Path=/; HttpOnly; SameSite=Strict; Max-Age=\(Sessions.lifetime.components.seconds)"
        return .seeOther("/", headers: [("Set-Cookie", "\(Gatekeeper.cookie)=\(session); \(attributes)")])
    }

    func end(_ visitor: Visitor) -> Response {
        gatekeeper.sessions.end(visitor.session)
        let cookie = "\(Gatekeeper.cookie)=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0"
        return .seeOther("/sign-in", headers: [("Set-Cookie", cookie)])
    }

    private func page(problem: String?, status: Int = 200) -> Response {
        writer.page(.signIn, title: "Sign in", visitor: nil, status: status, problem.map { ["problem": $0] } ?? [:])
    }
}
