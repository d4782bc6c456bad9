/// Which of the two tokens one is.
public enum TokenHint: String, Hashable, Sendable {
    /// For requests.
    case accessToken = "access_token"

    /// For the next pair.
    case refreshToken = "refresh_token"
}

/// What Polar says of a token (RFC 7662).
public struct TokenIntrospection: Hashable, Sendable, Decodable {
    private enum CodingKeys: String, CodingKey {
        case scope, sub, organizations, aud, iss, exp, iat
        case isActive = "active"
        case clientID = "client_id"
        case tokenType = "token_type"
        case subjectType = "sub_type"
    }

    /// Whether it works; nothing else is known of one that does not.
    public let isActive: Bool

    /// Whose client it was given to.
    public let clientID: String?

    /// `access_token` or `refresh_token` by Polar's description, `Bearer` in fact.
    public let tokenType: String?

    /// What it may do, separated by spaces.
    public let scope: String?

    /// `user` or `organization`.
    public let subjectType: String?

    /// Whose it is.
    public let sub: String?

    /// The organizations that it is for; empty for all of the user's.
    public let organizations: [String]?

    /// Who takes it.
    public let aud: String?

    /// Who gave it.
    public let iss: String?

    /// When it stops working, in seconds since 1970.
    public let exp: Int64?

    /// When it was given, in seconds since 1970.
    public let iat: Int64?
}

/// Whose token it is, as far as its scopes let it say.
public struct UserInfo: Hashable, Sendable, Decodable {
    private enum CodingKeys: String, CodingKey {
        case sub, name, email
        case isEmailVerified = "email_verified"
    }

    /// The id of the user or the organization.
    public let sub: String

    /// The name, with the scope `openid`.
    public let name: String?

    /// The address, with the scope `email`.
    public let email: String?

    /// Whether the address was shown to be the user's.
    public let isEmailVerified: Bool?
}
