/// Gives the token for each request to Polar's API.
public protocol AccessTokenSource: Sendable {
    /// The token to send now.
    func accessToken() async throws(PolarError) -> AccessToken

    /// The token to send instead of one that Polar has refused; nil where there is none.
    func replacement(for token: AccessToken) async throws(PolarError) -> AccessToken?
}

/// A token that does not change, such as an organization access token.
public struct FixedAccessToken: AccessTokenSource {
    private let token: AccessToken

    /// Gives this token for every request.
    public init(_ token: AccessToken) {
        self.token = token
    }

    /// The token.
    public func accessToken() async throws(PolarError) -> AccessToken { token }

    /// There is no other one.
    public func replacement(for token: AccessToken) async throws(PolarError) -> AccessToken? { nil }
}
