public import Foundation

/// What Polar gives for a grant.
public struct TokenPair: Hashable, Sendable, Codable, CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
{
    private enum CodingKeys: String, CodingKey {
        case accessToken = "access_token"
        case requestedAt = "requested_at"
        case expiresAt = "expires_at"
        case refreshToken = "refresh_token"
        case scope
    }

    /// For requests to the API.
    public let accessToken: AccessToken

    /// When the request for it was sent, by the clock of this machine; its life is counted from then.
    public let requestedAt: Date

    /// When it stops working, by the same clock.
    public let expiresAt: Date

    /// For the next pair; nil where Polar gives none.
    public let refreshToken: String?

    /// Who has signed in, as a signed statement of Polar's; nil without the scope `openid`.
    ///
    /// It is not written to the file of tokens, because nothing asks for it later.
    public let idToken: IDToken?

    /// What the token may do.
    public let scope: [String]

    /// `<redacted>`, with what may be seen.
    public var description: String { "<redacted> for \(scope.joined(separator: " "))" }

    /// The same.
    public var debugDescription: String { description }

    /// A mirror without children.
    public var customMirror: Mirror { Mirror(self, children: []) }

    /// Makes a pair.
    public init(
        accessToken: AccessToken,
        requestedAt: Date,
        expiresAt: Date,
        refreshToken: String?,
        idToken: IDToken? = nil,
        scope: [String]
    ) {
        self.accessToken = accessToken
        self.requestedAt = requestedAt
        self.expiresAt = expiresAt
        self.refreshToken = refreshToken
        self.idToken = idToken
        self.scope = scope
    }

    /// Reads a pair from the file of tokens.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        accessToken = try AccessToken(try container.decode(String.self, forKey: .accessToken))
        requestedAt = try container.decode(Date.self, forKey: .requestedAt)
        expiresAt = try container.decode(Date.self, forKey: .expiresAt)
        refreshToken = try container.decodeIfPresent(String.self, forKey: .refreshToken)
        idToken = nil
        scope = try container.decode([String].self, forKey: .scope)
    }

    /// Writes it there.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(accessToken.text, forKey: .accessToken)
        try container.encode(requestedAt, forKey: .requestedAt)
        try container.encode(expiresAt, forKey: .expiresAt)
        try container.encodeIfPresent(refreshToken, forKey: .refreshToken)
        try container.encode(scope, forKey: .scope)
    }

    /// Whether its end is near: a minute, or a tenth of its life where that is less.
    ///
    /// Also where the clock was set back behind the request: then the end is not known any more.
    func isStale(at moment: Date) -> Bool {
        if requestedAt.timeIntervalSince(moment) > 60 { return true }
        let life = expiresAt.timeIntervalSince(requestedAt)
        return expiresAt.timeIntervalSince(moment) <= min(60, max(0, life / 10))
    }

    /// The pair with what an answer to a refresh may leave out because it stays as it was (RFC 6749 §5.1 and §6).
    func completed(by old: TokenPair) -> TokenPair {
        TokenPair(
            accessToken: accessToken,
            requestedAt: requestedAt,
            expiresAt: expiresAt,
            refreshToken: refreshToken ?? old.refreshToken,
            idToken: idToken,
            scope: scope.isEmpty ? old.scope : scope
        )
    }
}
