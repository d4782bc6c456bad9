import Foundation
import HTTPServer
import HTTPWire
import StandardWebhooks

/// Decides who may see the console, and who may change something.
///
/// It decides by the head of a request alone, except for the token in a form.
struct Gatekeeper: Sendable {
    /// What becomes of a request that needs the token.
    enum Verdict: Hashable, Sendable {
        case allowed(Visitor)

        /// The token is missing or wrong.
        case unknown

        /// The token is wrong, and too many wrong ones came from there.
        case blocked
    }

    static let cookie = "polar_receiver_session"

    let sessions: Sessions
    let codes: SignInCodes
    private let token: AccessToken
    private let wrongTokens: WrongTokens
    private let formKey: [UInt8]

    init(
        token: AccessToken,
        sessions: Sessions = Sessions(),
        codes: SignInCodes = SignInCodes(),
        wrongTokens: WrongTokens
    ) {
        self.token = token
        self.sessions = sessions
        self.codes = codes
        self.wrongTokens = wrongTokens
        formKey = RandomBytes.make(count: 32)
    }

    func judge(_ request: ConsoleRequest) -> Verdict {
        if let session = session(of: request), sessions.isOpen(session) {
            return .allowed(Visitor(.session, session: session))
        }
        guard let given = Self.bearer(request) else { return .unknown }
        return check(given, .bearer, request.client) ?? .allowed(Visitor(.token))
    }

    /// Begins a session for an operator who has the token; its id, or why not.
    func signIn(_ text: String, _ client: ClientAddress) -> (session: String?, verdict: Verdict?) {
        if let verdict = check(text, .form, client) { return (nil, verdict) }
        return (sessions.begin(), nil)
    }

    /// Begins a session for an operator who has opened a link; nil when its code is not good any more.
    func signIn(code: String, _ client: ClientAddress) -> String? {
        guard codes.redeem(code) else {
            _ = wrongTokens.isBearable(.link, from: client)
            return nil
        }
        return sessions.begin()
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

    /// Whether a page of another site has the browser ask, and not for a page of its own in a window: for an image, a
    /// script, a frame, or in a script (W3C Fetch Metadata).
    static func isEmbedded(_ request: ConsoleRequest) -> Bool {
        guard let site = request["sec-fetch-site"], ["cross-site", "same-site"].contains(site) else { return false }
        let isNavigation = request["sec-fetch-mode"] == "navigate" && request["sec-fetch-dest"] == "document"
        return !isNavigation || ![.get, .head].contains(request.method)
    }

    /// Whether the host is an address or `localhost`: another site can make its own name point here, but no address.
    ///
    /// Every browser names a host.
    static func namesThisMachine(_ request: ConsoleRequest) -> Bool {
        guard let field = request["host"] else { return true }
        if field.hasPrefix("[") { return field.contains("]") }
        let host = field.split(separator: ":", omittingEmptySubsequences: false).first.map(String.init) ?? ""
        return host.lowercased() == "localhost" || ClientAddress(host) != nil
    }

    /// Nil when the text is the token.
    private func check(_ text: String, _ place: WrongTokens.Place, _ client: ClientAddress) -> Verdict? {
        // Compared first: wrong tokens of others never cost an operator the right one.
        guard !token.matches(text) else { return nil }
        return wrongTokens.isBearable(place, from: client) ? .unknown : .blocked
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
}
