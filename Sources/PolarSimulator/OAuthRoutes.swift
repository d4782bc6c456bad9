import Foundation
import HTTPServer

/// `/v1/oauth2`, but for the registration of clients.
enum OAuthRoutes {
    static let defaultScope = """
        openid profile email user:read organizations:read webhooks:read webhooks:write customers:read customers:write
        """

    private typealias Client = OAuthBook.Client

    static func answer(_ request: SimulatorRequest, _ state: inout SimulatorState) -> SimulatorAnswer {
        switch (request.method, request.segments.dropFirst(2).first) {
        case ("POST", "token"): return token(request, &state.oauth)
        case ("POST", "revoke"): return revoke(request, &state.oauth)
        case ("POST", "introspect"): return introspect(request, state.oauth)
        case ("GET", "userinfo"), ("POST", "userinfo"): return userinfo(request, state.oauth)
        case (_, "register"): return RegistrationRoutes.answer(request, &state.oauth)
        case (_, "token"), (_, "revoke"), (_, "introspect"): return SimulatorRoutes.wrongMethod(allowed: "POST")
        case (_, "userinfo"): return SimulatorRoutes.wrongMethod(allowed: "GET, POST")
        default: return .noSuchPath
        }
    }

    // MARK: Tokens

    private static func token(_ request: SimulatorRequest, _ book: inout OAuthBook) -> SimulatorAnswer {
        let form = request.form
        guard let client = client(request, book) else { return wrongClient(request) }
        switch form["grant_type"] {
        case "authorization_code": return code(form, client, &book)
        case "refresh_token": return refresh(form, client, &book)
        case "web": return web(form, client, &book)
        case nil: return .oauth("invalid_request", "Missing 'grant_type' in request.")
        default: return .oauth("unsupported_grant_type", "The grant type is not supported.")
        }
    }

    private static func code(_ form: FormFields, _ client: Client, _ book: inout OAuthBook) -> SimulatorAnswer {
        guard let text = form["code"] else { return .oauth("invalid_request", "Missing 'code' in request.") }
        guard let code = book.takeCode(text, client: client.id) else {
            return .oauth("invalid_grant", "Invalid 'code' in request.")
        }
        guard form["redirect_uri"] == code.redirectURI else {
            return .oauth("invalid_grant", "Invalid 'redirect_uri' in request.")
        }
        if let refusal = PKCECheck.refusal(form["code_verifier"], code, isPublic: client.secret == nil) {
            return refusal
        }
        return answer(book.issue(client: client.id, scope: code.scope, life: OAuthBook.firstLife, refreshes: true))
    }

    private static func refresh(_ form: FormFields, _ client: Client, _ book: inout OAuthBook) -> SimulatorAnswer {
        guard let text = form["refresh_token"] else {
            return .oauth("invalid_request", "Missing 'refresh_token' in request.")
        }
        guard let old = book.takeRefreshToken(text, client: client.id) else {
            return .oauth("invalid_grant", "The refresh token is unknown, used or revoked.")
        }
        let scope = form["scope"] ?? old.scope
        guard isPart(scope, of: old.scope) else { return .oauth("invalid_scope", "The scope was not granted.") }
        return answer(book.issue(client: client.id, scope: scope, life: OAuthBook.refreshedLife, refreshes: true))
    }

    private static func web(_ form: FormFields, _ client: Client, _ book: inout OAuthBook) -> SimulatorAnswer {
        guard client.grantTypes.contains("web") else {
            return .oauth("unauthorized_client", "The client may not use this grant.")
        }
        guard let session = form["session_token"], book.sessions.contains(session) else {
            return .oauth("invalid_grant", "The session is unknown.")
        }
        let type = form["sub_type"] ?? "user"
        guard ["user", "organization"].contains(type), (type == "organization") == (form["sub"] != nil) else {
            return .oauth("invalid_request", "'sub' is needed for an organization, and for nobody else.")
        }
        let scope = form["scope"] ?? client.scope
        guard isPart(scope, of: client.scope) else { return .oauth("invalid_scope", "The scope is not the client's.") }
        return answer(book.issue(client: client.id, scope: scope, life: OAuthBook.refreshedLife, refreshes: false))
    }

    private static func answer(_ pair: OAuthBook.Pair) -> SimulatorAnswer {
        let life = pair.refresh == nil ? OAuthBook.refreshedLife : Int(pair.expiresAt.timeIntervalSinceNow.rounded())
        var answer = SimulatorAnswer.json([
            "access_token": pair.access, "token_type": "Bearer", "expires_in": life,
            "refresh_token": pair.refresh ?? NSNull(), "scope": pair.scope, "id_token": NSNull(),
        ])
        answer.headers = [("Cache-Control", "no-store"), ("Pragma", "no-cache")]
        return answer
    }

    static func isPart(_ scope: String, of whole: String) -> Bool {
        Set(scope.split(separator: " ")).isSubset(of: Set(whole.split(separator: " ")))
    }

    // MARK: Clients

    /// Who asks, by one of the three ways; nil where it is not the client.
    private static func client(_ request: SimulatorRequest, _ book: OAuthBook) -> Client? {
        let form = request.form
        let basic = request.basic
        let (id, secret) = (basic?.id ?? form["client_id"], basic?.secret ?? form["client_secret"])
        guard let id, let client = book.clients[id], client.secret == secret else { return nil }
        let way = request.basic != nil ? "client_secret_basic" : secret == nil ? "none" : "client_secret_post"
        // Polar lets a client with a secret choose either way of showing it.
        return (client.method == "none") == (way == "none") ? client : nil
    }

    private static func wrongClient(_ request: SimulatorRequest) -> SimulatorAnswer {
        let headers = request.basic == nil ? [] : [("WWW-Authenticate", "Basic")]
        let status = request.basic == nil ? 400 : 401
        return .oauth("invalid_client", "The client is unknown.", status: status, headers: headers)
    }

    // MARK: Other

    private static func revoke(_ request: SimulatorRequest, _ book: inout OAuthBook) -> SimulatorAnswer {
        guard client(request, book) != nil else { return wrongClient(request) }
        guard let token = request.form["token"] else { return .oauth("invalid_request", "Missing 'token' in request.") }
        book.revoke(token)
        return .json([String: Any]())
    }

    private static func introspect(_ request: SimulatorRequest, _ book: OAuthBook) -> SimulatorAnswer {
        guard let client = client(request, book) else { return wrongClient(request) }
        guard let token = request.form["token"] else { return .oauth("invalid_request", "Missing 'token' in request.") }
        let pair = book.pairs.first { ($0.access == token || $0.refresh == token) && $0.client == client.id }
        guard let pair, !pair.isRevoked, pair.expiresAt > book.now || pair.refresh == token else {
            return .json(["active": false])
        }
        return .json([
            "active": true, "client_id": client.id, "token_type": "Bearer", "scope": pair.scope, "sub_type": "user",
            "sub": "user", "organizations": [String](), "aud": client.id, "iss": "https://polar.sh",
            "exp": Int(pair.expiresAt.timeIntervalSince1970), "iat": Int(Date().timeIntervalSince1970),
        ])
    }

    private static func userinfo(_ request: SimulatorRequest, _ book: OAuthBook) -> SimulatorAnswer {
        guard let token = request.token, let scopes = book.scopes(of: token) else {
            return .oauth(
                "invalid_token",
                "The access token is missing, expired or revoked.",
                status: 401,
                headers: [("WWW-Authenticate", "Bearer")]
            )
        }
        var answer: [String: Any] = ["sub": "user"]
        if scopes.contains("email") {
            answer["email"] = "shop@example.com"
            answer["email_verified"] = true
        }
        return .json(answer)
    }
}
