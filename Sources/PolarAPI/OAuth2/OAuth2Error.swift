import Foundation

/// Why Polar gives no token, as RFC 6749 §5.2 says it.
public struct OAuth2Error: Error, Hashable, Sendable, CustomStringConvertible {
    private struct Body: Decodable {
        private enum CodingKeys: String, CodingKey {
            case error, detail
            case errorDescription = "error_description"
        }

        let error: String
        let errorDescription: String?

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            // The errors of the rest of Polar's API have one of these, and no code of OAuth 2.0.
            guard !container.contains(.detail) else {
                throw DecodingError.dataCorruptedError(forKey: .detail, in: container, debugDescription: "not OAuth2")
            }
            error = try container.decode(String.self, forKey: .error)
            errorDescription = try? container.decode(String.self, forKey: .errorDescription)
        }
    }

    /// A code that this version knows.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        /// Something is missing or there twice.
        case invalidRequest = "invalid_request"

        /// The client is unknown, or its secret is wrong.
        case invalidClient = "invalid_client"

        /// The code or the refresh token is wrong, used, expired, or another client's.
        case invalidGrant = "invalid_grant"

        /// The client may not use this grant.
        case unauthorizedClient = "unauthorized_client"

        /// Polar does not know this grant.
        case unsupportedGrantType = "unsupported_grant_type"

        /// The scope is unknown, or more than was allowed.
        case invalidScope = "invalid_scope"

        /// What the operator can do.
        var remedy: String {
            switch self {
            case .invalidRequest, .unsupportedGrantType: "this is a fault of the program, please report it"
            case .invalidClient: "look at the id and the secret of the client, and whether they are of this environment"
            case .invalidGrant: "run 'polar-receiver connect' again"
            case .unauthorizedClient: "allow the client this grant in its settings"
            case .invalidScope: "ask for scopes that the client has"
            }
        }
    }

    /// The code, such as `invalid_grant`.
    public let error: String

    /// What Polar says about it.
    public let detail: String?

    /// The code where it is one of those of RFC 6749 §5.2; nil for any other.
    public var code: Code? { Code(rawValue: error) }

    /// One sentence for the operator.
    public var description: String {
        let remedy = code.map { ": \($0.remedy)" } ?? ""
        return "Polar gives no token: \(error)\(detail.map { " (\($0))" } ?? "")\(remedy)."
    }

    /// Makes an error, such as one that comes with a redirect.
    public init(error: String, detail: String?) {
        self.error = PrintableText.line(error, limit: 100)
        self.detail = detail.map { PrintableText.line($0, limit: 300) }
    }

    /// The error in an answer; nil where there is none.
    init?(_ answer: PolarAnswer) {
        guard let body = try? JSONDecoder().decode(Body.self, from: Data(answer.body)) else { return nil }
        self.init(error: body.error, detail: body.errorDescription)
    }

    /// What an answer that is no success means, in either of Polar's two forms.
    ///
    /// - Parameter sent: what must not be shown, should Polar repeat it.
    static func error(of answer: PolarAnswer, hiding sent: [String] = []) -> PolarError {
        guard answer.status < 500, let error = OAuth2Error(answer) else { return PolarErrorAnswer.error(of: answer) }
        return .oauth(error.hiding(sent))
    }

    /// The error without its detail where that repeats what was sent, which can be a secret.
    private func hiding(_ sent: [String]) -> OAuth2Error {
        let isRepeated = sent.contains { $0.utf8.count >= 8 && (detail?.contains($0) ?? false) }
        return isRepeated ? OAuth2Error(error: error, detail: nil) : self
    }
}
