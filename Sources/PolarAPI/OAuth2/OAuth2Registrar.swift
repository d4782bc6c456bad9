import HTTPClient
public import Logging

/// Registers clients with Polar, and finds its addresses.
public struct OAuth2Registrar: Sendable {
    private static let path = "/v1/oauth2/register"

    private let transport: PolarTransport

    /// Makes a registrar.
    ///
    /// - Parameters:
    ///   - server: which Polar.
    ///   - usesProxy: whether requests go through the proxy that the environment names.
    ///   - retries: how often a request is sent again.
    ///   - logger: is told at debug level what is sent again.
    public init(
        server: PolarServer = .production,
        usesProxy: Bool = true,
        retries: RequestRetries = RequestRetries(),
        logger: Logger
    ) {
        transport = PolarTransport(
            server: server,
            httpClient: .polar(usesProxy: usesProxy),
            retries: retries,
            logger: logger
        )
    }

    /// Registers a client.
    public func register(_ configuration: ClientConfiguration) async throws(PolarError) -> RegisteredClient {
        let body = try PolarJSON.encode(configuration)
        return try PolarJSON.decode(try await send(.post, Self.path, body: body).body)
    }

    /// What Polar knows of a client.
    public func configuration(
        of client: String,
        _ token: RegistrationToken
    ) async throws(PolarError) -> ClientConfiguration {
        try PolarJSON.decode(try await send(.get, Self.path(client), token).body)
    }

    /// Changes a client; the configuration names its id.
    public func update(
        _ client: String,
        _ configuration: ClientConfiguration,
        _ token: RegistrationToken
    ) async throws(PolarError) -> RegisteredClient {
        let body = try PolarJSON.encode(configuration)
        return try PolarJSON.decode(try await send(.put, Self.path(client), token, body: body).body)
    }

    /// Deletes a client; its tokens stop working.
    public func delete(_ client: String, _ token: RegistrationToken) async throws(PolarError) {
        _ = try await send(.delete, Self.path(client), token)
    }

    /// What Polar says of its own addresses and abilities (RFC 8414).
    public func discovery() async throws(PolarError) -> OAuth2Discovery {
        try PolarJSON.decode(try await send(.get, "/.well-known/openid-configuration").body)
    }

    private static func path(_ client: String) -> String { "\(path)/\(QueryText.encoded(client))" }

    private func send(
        _ method: ClientRequest.Method,
        _ path: String,
        _ token: RegistrationToken? = nil,
        body: [UInt8]? = nil
    ) async throws(PolarError) -> PolarAnswer {
        var request = PolarRequest(method: method, path: path, body: body)
        if body != nil { request.headers.append(("content-type", "application/json")) }
        if let token { request.headers.append(("authorization", "Bearer \(token.text)")) }
        let answer = try await transport.send(request)
        guard (200..<300).contains(answer.status) else {
            throw OAuth2Error.error(of: answer)
        }
        return answer
    }
}

/// Where an OAuth 2.0 server has what.
public struct OAuth2Discovery: Hashable, Sendable, Decodable {
    private enum CodingKeys: String, CodingKey {
        case issuer
        case authorizationEndpoint = "authorization_endpoint"
        case tokenEndpoint = "token_endpoint"
        case registrationEndpoint = "registration_endpoint"
        case userinfoEndpoint = "userinfo_endpoint"
        case revocationEndpoint = "revocation_endpoint"
        case introspectionEndpoint = "introspection_endpoint"
        case keysURI = "jwks_uri"
        case scopes = "scopes_supported"
    }

    /// Who gives the tokens.
    public let issuer: String

    /// The page that asks people.
    public let authorizationEndpoint: String

    /// Where tokens are requested.
    public let tokenEndpoint: String

    /// Where clients are registered.
    public let registrationEndpoint: String?

    /// Where a token says whose it is.
    public let userinfoEndpoint: String?

    /// Where tokens are taken back.
    public let revocationEndpoint: String?

    /// Where tokens are looked at.
    public let introspectionEndpoint: String?

    /// The keys that id tokens are signed with.
    public let keysURI: String?

    /// The scopes there are.
    public let scopes: [String]?
}
