/// Why Polar does not do what is asked: one sentence with the remedy, never with a token or a secret.
@nonexhaustive public enum PolarError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Polar does not take the token.
    case unauthorized

    /// The token may not do this.
    case forbidden(detail: String)

    /// There is no such thing, or no such API version.
    case notFound(detail: String)

    /// Polar refuses what was sent, field by field.
    case invalid([PolarFieldError])

    /// There were too many requests, and still are after waiting.
    case rateLimited(retryAfter: Duration?)

    /// Polar answers with an error that is none of the others.
    case refused(status: Int, error: String?, detail: String?)

    /// Polar refuses a request for tokens.
    case oauth(OAuth2Error)

    /// The tokens cannot be used any more; somebody has to allow access again.
    case connectAgain(reason: String)

    /// The file of tokens cannot be read or written.
    case tokenFile(reason: String)

    /// Nobody answers at that address.
    case unreachable(reason: String)

    /// Polar takes too long.
    case timedOut

    /// The task was cancelled.
    case cancelled

    /// What came back is not what Polar's API promises.
    case malformedAnswer(reason: String)

    /// A text that is no token.
    case malformedToken

    /// A text that is no address of a Polar.
    case unusableAddress(String)

    /// OpenSSL cannot do its work.
    case cryptography

    /// Whether it may be over in a moment.
    package var isPassing: Bool {
        switch self {
        case .rateLimited, .unreachable, .timedOut: true
        case .refused(let status, _, _): status >= 500
        default: false
        }
    }

    /// One sentence for the operator.
    public var description: String {
        switch self {
        case .unauthorized:
            """
            Polar does not take the access token: it is wrong, has expired, or is of the other environment (production, \
            sandbox).
            """
        case .forbidden(let detail):
            "The access token may not do this: give it the scopes it lacks. Polar says: \(detail)"
        case .notFound(let detail): "Polar does not have what was asked for. It says: \(detail)"
        case .invalid(let fields): "Polar refuses the request: \(fields.map(\.description).joined(separator: "; "))."
        case .rateLimited: "Polar refuses more requests for now; try again in a minute."
        case .refused(let status, let error, let detail):
            "Polar answers \(status)\([error, detail].compactMap(\.self).map { ": \($0)" }.joined()); try again later."
        case .oauth(let error): error.description
        case .connectAgain(let reason): "\(reason) Run 'polar-receiver connect' again."
        case .tokenFile(let reason): reason
        case .unreachable(let reason): "Polar cannot be reached (\(reason)); look at the network and at polar.api_url."
        case .timedOut: "Polar does not answer in time; try again later."
        case .cancelled: "The request was given up."
        case .malformedAnswer(let reason): "Polar's answer cannot be read: \(reason)"
        case .malformedToken: "The access token has characters that no token has; copy it again."
        case .unusableAddress(let text):
            "\(text) is no address of a Polar: it must begin with https://, and have no query."
        case .cryptography: "OpenSSL cannot make digests; look at its configuration."
        }
    }
}

/// A field that Polar does not take.
public struct PolarFieldError: Hashable, Sendable, CustomStringConvertible {
    /// Where it is, such as `body.url`.
    public let location: String

    /// What is wrong with it.
    public let message: String

    /// `body.url: message`.
    public var description: String { "\(location): \(message)" }
}
