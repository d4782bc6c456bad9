/// What a person is asked to allow in the browser.
public struct AuthorizationRequest: Sendable {
    /// Where the browser goes afterwards; it is registered for the client.
    public var redirectURI: String

    /// What the tokens may do.
    public var scope: [String]

    /// A text that comes back with the browser, so that nobody else's sign-in is taken for this one.
    public var state: String

    /// The challenge of a ``PKCEVerifier``, by the method `S256`.
    public var challenge: String?

    /// A text that comes back in the id token, so that it is not taken for another sign-in's.
    public var nonce: String?

    /// Whose tokens are asked for, `user` or `organization`; as the client has it by default where it is nil.
    public var subjectType: String?

    /// Whether to ask again: `none`, `login`, `consent` or `select_account`; as Polar likes where it is nil.
    public var prompt: String?

    /// Makes a request.
    public init(
        redirectURI: String,
        scope: [String],
        state: String,
        challenge: String?,
        nonce: String? = nil,
        subjectType: String? = nil,
        prompt: String? = nil
    ) {
        self.redirectURI = redirectURI
        self.scope = scope
        self.state = state
        self.challenge = challenge
        self.nonce = nonce
        self.subjectType = subjectType
        self.prompt = prompt
    }

    func query(clientID: String) -> [(name: String, value: String)] {
        let members: [(String, String?)] = [
            ("response_type", "code"), ("client_id", clientID), ("redirect_uri", redirectURI),
            ("scope", scope.joined(separator: " ")), ("state", state), ("nonce", nonce),
            ("code_challenge", challenge), ("code_challenge_method", challenge == nil ? nil : "S256"),
            ("sub_type", subjectType), ("prompt", prompt),
        ]
        return members.compactMap { name, value in value.map { (name, $0) } }
    }
}
