/// A client that is registered with Polar.
public struct OAuth2Credentials: Hashable, Sendable {
    /// Its id, which is no secret.
    public let clientID: String

    /// How it shows that it is itself.
    public let authentication: ClientAuthentication

    /// Makes credentials.
    public init(clientID: String, authentication: ClientAuthentication = .none) {
        self.clientID = clientID
        self.authentication = authentication
    }
}
