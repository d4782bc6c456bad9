import Foundation

/// How a client shows that it is itself when it asks for tokens.
public enum ClientAuthentication: Hashable, Sendable {
    /// With its secret in the form, `client_secret_post`.
    case secretPost(ClientSecret)

    /// With its secret in the header, `client_secret_basic`.
    case secretBasic(ClientSecret)

    /// Not at all: a program on somebody's machine cannot keep a secret.
    case none

    /// Its name in a registration.
    public var method: String {
        switch self {
        case .secretPost: "client_secret_post"
        case .secretBasic: "client_secret_basic"
        case .none: "none"
        }
    }

    /// What goes into the form.
    func members(clientID: String) -> [(name: String, value: String?)] {
        switch self {
        case .secretPost(let secret): [("client_id", clientID), ("client_secret", secret.text)]
        case .secretBasic: []
        case .none: [("client_id", clientID)]
        }
    }

    /// What goes into the header: both parts in form encoding, as RFC 6749 §2.3.1 has it.
    ///
    /// A space is written `%20`, not `+`: every reader of forms understands both, and the library that Polar uses only the
    /// first.
    func header(clientID: String) -> String? {
        guard case .secretBasic(let secret) = self else { return nil }
        let pair = "\(QueryText.encoded(clientID)):\(QueryText.encoded(secret.text))"
        return "Basic \(Data(pair.utf8).base64EncodedString())"
    }
}
