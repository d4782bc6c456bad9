public import StandardWebhooks

/// What a program tells Polar of itself to become a client (RFC 7591).
public struct ClientConfiguration: Hashable, Sendable, Codable {
    private enum CodingKeys: String, CodingKey {
        case scope
        case clientID = "client_id"
        case name = "client_name"
        case redirectURIs = "redirect_uris"
        case authenticationMethod = "token_endpoint_auth_method"
        case grantTypes = "grant_types"
        case subjectType = "default_sub_type"
        case clientURI = "client_uri"
        case logoURI = "logo_uri"
        case policyURI = "policy_uri"
        case termsURI = "tos_uri"
    }

    /// Its id, which a change has to name.
    public var clientID: String?

    /// What people see who are asked to allow access.
    public var name: String

    /// Where the browser may go afterwards: `https` addresses, or `http` ones of the machine itself.
    public var redirectURIs: [String]

    /// `client_secret_post`, `client_secret_basic` or `none`.
    public var authenticationMethod: String

    /// What it will give for tokens.
    public var grantTypes: [String]

    /// The scopes that it may ask for, separated by spaces.
    public var scope: String

    /// Whose tokens it asks for by default, `user` or `organization`.
    public var subjectType: String?

    /// The page of the client.
    public var clientURI: String?

    /// Its picture.
    public var logoURI: String?

    /// How it treats data.
    public var policyURI: String?

    /// Its terms.
    public var termsURI: String?

    /// Makes a description.
    public init(
        name: String,
        redirectURIs: [String],
        authenticationMethod: String = "none",
        grantTypes: [String] = ["authorization_code", "refresh_token"],
        scope: [String]
    ) {
        self.name = name
        self.redirectURIs = redirectURIs
        self.authenticationMethod = authenticationMethod
        self.grantTypes = grantTypes
        self.scope = scope.joined(separator: " ")
    }
}

/// A client that Polar has registered.
public struct RegisteredClient: Hashable, Sendable, Decodable {
    private enum CodingKeys: String, CodingKey {
        case clientID = "client_id"
        case clientSecret = "client_secret"
        case registrationToken = "registration_access_token"
    }

    /// Its id.
    public let clientID: String

    /// Its secret; nil for one that has none.
    public let clientSecret: ClientSecret?

    /// What changes or deletes it.
    public let registrationToken: RegistrationToken?
}

/// The token that changes a registration; it never shows its text.
public struct RegistrationToken: Hashable, Sendable, Redacted, Decodable {
    /// The token as Polar gave it, such as to keep it.
    public let text: String

    /// Takes a token.
    public init(_ text: String) {
        self.text = text
    }

    /// Reads a token.
    public init(from decoder: any Decoder) throws {
        text = try decoder.singleValueContainer().decode(String.self)
    }
}
