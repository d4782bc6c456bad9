import Foundation

/// The answer to a request for tokens, as RFC 6749 §5.1 has it.
struct TokenAnswer: Decodable {
    let access_token: String
    let token_type: String
    let expires_in: Int64
    let refresh_token: String?
    let id_token: String?
    let scope: String?

    /// The pair; the life of the token is counted from the moment the request was sent, which is never too late.
    func pair(sentAt date: Date) throws(PolarError) -> TokenPair {
        guard token_type.lowercased() == "bearer", let token = try? AccessToken(access_token) else {
            throw .malformedAnswer(reason: "its token is no bearer token.")
        }
        return TokenPair(
            accessToken: token,
            requestedAt: date,
            expiresAt: date.addingTimeInterval(Self.life(expires_in)),
            refreshToken: refresh_token,
            idToken: id_token.map(IDToken.init),
            scope: (scope ?? "").split(separator: " ").map(String.init)
        )
    }

    /// At most a hundred years, so that the end is a date that can be written down.
    private static func life(_ seconds: Int64) -> TimeInterval {
        TimeInterval(min(max(0, seconds), 3_155_760_000))
    }
}
