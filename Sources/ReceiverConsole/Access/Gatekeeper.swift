import Foundation
import HTTPServer
import HTTPWire
import StandardWebhooks

/// Decides who may see the console, and who may change something.
struct Gatekeeper: Sendable {
    /// What becomes of a request.
    enum Verdict: Hashable, Sendable {
        case allowed(Visitor)

        /// The token is missing or wrong.
        case unknown

        /// Too many wrong tokens came from there.
        case blocked

        /// The request names a host that this console is not, as a page does that has rebound its name to this machine.
        case wrongHost
    }

    static let cookie = "polar_receiver_session"

    /// Nil where only this machine reaches the console.
    let token: AccessToken?
    let sessions: Sessions
    let failures: FailureLimit
    private let formKey: [UInt8]

    init(token: AccessToken?, sessions: Sessions = Sessions(), failures: FailureLimit = FailureLimit()) {
        self.token = token
        self.sessions = sessions
        self.failures = failures
        formKey = RandomBytes.make(count: 32)
    }

    func judge(_ request: ConsoleRequest) -> Verdict {
        guard let token else { return Self.isLocalHost(request["host"]) ? .allowed(Visitor(.local)) : .wrongHost }
        if let session = session(of: request), sessions.isOpen(session) {
            return .allowed(Visitor(.session, session: session))
        }
        guard let given = Self.bearer(request) else { return .unknown }
        return check(given, token, request.client) ?? .allowed(Visitor(.token))
    }

    /// Begins a session for somebody who has the token; its id, or why not.
    func signIn(_ text: String, _ client: ClientAddress) -> (session: String?, verdict: Verdict?) {
        guard let token else { return (nil, .unknown) }
        if let verdict = check(text, token, client) { return (nil, verdict) }
        return (sessions.begin(), nil)
    }

    /// The session that a request's cookie names.
    func session(of request: ConsoleRequest) -> String? {
        let pairs = request["cookie"]?.split(separator: ";") ?? []
        let values = pairs.map { $0.trimmingCharacters(in: .whitespaces) }.filter { $0.hasPrefix(Self.cookie + "=") }
        return values.first.map { String($0.dropFirst(Self.cookie.count + 1)) }
    }

    // MARK: Changes

    /// What a form of this visitor must hold, so that no other site's form can be sent in their name.
    func formToken(for visitor: Visitor) -> String {
        Digest.hexadecimal(Digest.authenticationCode(of: Array(visitor.session.utf8), key: formKey))
    }

    /// Whether a change comes from this console's own pages, or from a program that has the token.
    func allowsChange(_ request: ConsoleRequest, by visitor: Visitor) -> Bool {
        guard visitor.proof != .token else { return true }
        guard Self.isFromHere(request) else { return false }
        // Another site's page can send a form, but no JSON without asking first.
        if request.hasContentType("application/json") { return true }
        let given = Array((request.form["form_token"] ?? "").utf8)
        return ConstantTime.areEqual(Array(formToken(for: visitor).utf8), given)
    }

    // MARK: Rules

    /// Nil when the text is the token.
    private func check(_ text: String, _ token: AccessToken, _ client: ClientAddress) -> Verdict? {
        guard failures.allows(client) else { return .blocked }
        guard !token.matches(text) else { return nil }
        failures.note(client)
        return .unknown
    }

    private static func bearer(_ request: ConsoleRequest) -> String? {
        guard let field = request["authorization"], field.lowercased().hasPrefix("bearer ") else { return nil }
        return field.dropFirst(7).trimmingCharacters(in: .whitespaces)
    }

    private static func isFromHere(_ request: ConsoleRequest) -> Bool {
        if let site = request["sec-fetch-site"], site != "same-origin", site != "none" { return false }
        guard let origin = request["origin"] else { return true }
        return origin.split(separator: "/").last.map(String.init) == request["host"]
    }

    /// An address or `localhost`: names can be made to point here, addresses cannot.
    private static func isLocalHost(_ field: String?) -> Bool {
        guard let field else { return false }
        if field.hasPrefix("[") { return field.contains("]") }
        let host = field.split(separator: ":", omittingEmptySubsequences: false).first.map(String.init) ?? ""
        return host.lowercased() == "localhost" || ClientAddress(host) != nil
    }
}
