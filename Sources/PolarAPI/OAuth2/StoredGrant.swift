public import Foundation

/// What the file of tokens holds: whose client they were given to, at which Polar, and the tokens.
public struct StoredGrant: Hashable, Sendable, Codable {
    private enum CodingKeys: String, CodingKey {
        case tokens
        case apiURL = "api_url"
        case webURL = "web_url"
        case clientID = "client_id"
        case clientSecret = "client_secret"
        case authentication = "token_endpoint_auth_method"
        case refreshBegan = "refresh_began_at"
    }

    private let apiURL: String
    private let webURL: String
    private let clientID: String
    private let clientSecret: ClientSecret?
    private let authentication: String

    /// The tokens.
    public internal(set) var tokens: TokenPair

    /// When a refresh was begun whose end is not noted; nil where none is under way.
    public internal(set) var refreshBegan: Date?

    /// Makes a grant.
    public init(server: PolarServer, credentials: OAuth2Credentials, tokens: TokenPair) {
        apiURL = server.apiURL
        webURL = server.webURL
        clientID = credentials.clientID
        clientSecret =
            switch credentials.authentication {
            case .secretPost(let secret), .secretBasic(let secret): secret
            case .none: nil
            }
        authentication = credentials.authentication.method
        self.tokens = tokens
    }

    /// Which Polar has given the tokens.
    ///
    /// - Throws: ``PolarError/unusableAddress(_:)`` where the file names none.
    public func server() throws(PolarError) -> PolarServer {
        try PolarServer(apiURL: apiURL, webURL: webURL)
    }

    /// The client that they were given to.
    public var credentials: OAuth2Credentials {
        let method: ClientAuthentication =
            switch (authentication, clientSecret) {
            case ("client_secret_post", let secret?): .secretPost(secret)
            case ("client_secret_basic", let secret?): .secretBasic(secret)
            default: .none
            }
        return OAuth2Credentials(clientID: clientID, authentication: method)
    }

    /// Whether the pair has to be replaced: its end is near, or a refresh that nobody has finished may have killed it.
    func isDue(at moment: Date) -> Bool {
        refreshBegan != nil || tokens.isStale(at: moment)
    }
}
