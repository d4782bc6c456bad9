public import StandardWebhooks

/// What is given for tokens: the grants that Polar knows; it never shows what that is.
public enum TokenRequest: Sendable, Redacted {
    /// Whose tokens a web session is exchanged for.
    public enum Subject: Hashable, Sendable {
        /// The signed-in user's.
        case user

        /// Those of an organization, by its id.
        case organization(String)
    }

    /// The code of a sign-in, within 300 s and once.
    case authorizationCode(code: String, redirectURI: String, verifier: PKCEVerifier?)

    /// A refresh token, which Polar takes once: with the answer the old pair stops working.
    ///
    /// With a scope the new pair may do less than the old one; without, the same.
    case refreshToken(String, scope: [String] = [])

    /// A web session, for Polar's own clients.
    case web(sessionToken: String, subject: Subject = .user, scope: [String] = [])

    /// The form, without the client.
    var members: [(name: String, value: String?)] {
        switch self {
        case .authorizationCode(let code, let redirectURI, let verifier):
            [("code", code), ("redirect_uri", redirectURI), ("code_verifier", verifier?.text)]
        case .refreshToken(let token, let scope): [("refresh_token", token), ("scope", Self.text(scope))]
        case .web(let session, .user, let scope):
            [("session_token", session), ("sub_type", "user"), ("scope", Self.text(scope))]
        case .web(let session, .organization(let id), let scope):
            [("session_token", session), ("sub_type", "organization"), ("sub", id), ("scope", Self.text(scope))]
        }
    }

    /// Its name.
    var grantType: String {
        switch self {
        case .authorizationCode: "authorization_code"
        case .refreshToken: "refresh_token"
        case .web: "web"
        }
    }

    private static func text(_ scope: [String]) -> String? { scope.isEmpty ? nil : scope.joined(separator: " ") }
}
