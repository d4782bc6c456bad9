import HTTPServer
import HTTPWire
import Logging

/// The page that asks for the token, and the sessions that it begins and ends.
struct SignInRoute: Sendable {
    let gatekeeper: Gatekeeper
    let writer: PageWriter
    let logger: Logger

    /// Shows the form, or takes the code of a link.
    func show(_ request: ConsoleRequest) -> Response {
        guard let code = request.query["code"] else { return page(problem: nil) }
        // A browser that loads a link before anybody opens it must not use it up.
        guard request.method == .get, request["sec-purpose"] == nil else { return .failure(403, "not_a_visit") }
        guard let session = gatekeeper.signIn(code: code, request.client) else {
            let problem = "This link was used before or has expired; run 'polar-receiver console' for a new one."
            return page(problem: problem, status: 403)
        }
        return begin(session, request)
    }

    /// Takes the token of the form.
    func take(_ request: ConsoleRequest) -> Response {
        let (session, verdict) = gatekeeper.signIn(request.form["token"] ?? "", request.client)
        guard let session else {
            return verdict == .blocked
                ? page(problem: "This is not the token, and too many wrong ones came from your address.", status: 429)
                : page(problem: "This is not the token.", status: 403)
        }
        return begin(session, request)
    }

    func end(_ visitor: Visitor) -> Response {
        gatekeeper.sessions.end(visitor.session)
        let cookie = "\(Gatekeeper.cookie)=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0"
        return .seeOther("/sign-in", headers: [("Set-Cookie", cookie)])
    }

    private func begin(_ session: String, _ request: ConsoleRequest) -> Response {
        logger.notice("Signed in to the console", metadata: ["client.address": "\(request.client)"])
        var cookie = "\(Gatekeeper.cookie)=\(session); Path=/; HttpOnly; SameSite=Strict"
        cookie += "; Max-Age=\(Sessions.lifetime.components.seconds)"
        // A proxy that ends TLS says so. A client that claims it only keeps its own cookie from HTTP.
        if request["x-forwarded-proto"] == "https" { cookie += "; Secure" }
        return .seeOther("/", headers: [("Set-Cookie", cookie)])
    }

    private func page(problem: String?, status: Int = 200) -> Response {
        writer.page(.signIn, title: "Sign in", visitor: nil, status: status, problem.map { ["problem": $0] } ?? [:])
    }
}
