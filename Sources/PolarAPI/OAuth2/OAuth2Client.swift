public import Foundation
import HTTPClient
public import Logging

/// A client of Polar's OAuth 2.0 server: asks for tokens, takes them back, and looks at them.
public struct OAuth2Client: Sendable {
    /// Which Polar.
    public let server: PolarServer

    /// Who asks.
    public let credentials: OAuth2Credentials

    private let transport: PolarTransport
    private let now: @Sendable () -> Date

    /// Makes a client.
    ///
    /// - Parameters:
    ///   - server: which Polar.
    ///   - credentials: who asks.
    ///   - usesProxy: whether requests go through the proxy that the environment names.
    ///   - retries: how often a request is sent again; one that may have had an effect never is.
    ///   - now: the clock by which tokens expire.
    ///   - logger: is told at debug level what is sent again.
    public init(
        server: PolarServer = .production,
        credentials: OAuth2Credentials,
        usesProxy: Bool = true,
        retries: RequestRetries = RequestRetries(),
        now: @escaping @Sendable () -> Date = { Date() },
        logger: Logger
    ) {
        self.server = server
        self.credentials = credentials
        self.now = now
        transport = PolarTransport(
            server: server,
            httpClient: .polar(usesProxy: usesProxy),
            retries: retries,
            logger: logger
        )
    }

    /// The address to open in a browser.
    public func authorizeURL(_ request: AuthorizationRequest) -> String {
        "\(server.webURL)/oauth2/authorize\(QueryText.text(request.query(clientID: credentials.clientID)))"
    }

    /// Requests tokens for a grant.
    ///
    /// - Throws: ``PolarError/oauth(_:)`` where Polar gives none.
    public func token(_ request: TokenRequest) async throws(PolarError) -> TokenPair {
        let sentAt = now()
        // Both client authentications have the grant first, as the schemas of Polar's API do.
        let answer = try await form(
            "/v1/oauth2/token",
            [("grant_type", request.grantType)] + credentials.authentication.members(clientID: credentials.clientID)
                + request.members
        )
        return try (PolarJSON.decode(answer.body) as TokenAnswer).pair(sentAt: sentAt)
    }

    /// Makes a token useless, and with it its pair; also right for one that is useless already.
    public func revoke(_ token: String, hint: TokenHint? = nil) async throws(PolarError) {
        _ = try await form("/v1/oauth2/revoke", tokenForm(token, hint))
    }

    /// What a token is good for.
    public func introspect(_ token: String, hint: TokenHint? = nil) async throws(PolarError) -> TokenIntrospection {
        let answer = try await form("/v1/oauth2/introspect", tokenForm(token, hint))
        return try PolarJSON.decode(answer.body)
    }

    /// Whose token it is.
    public func userinfo(_ token: AccessToken) async throws(PolarError) -> UserInfo {
        let answer = try await transport.send(
            PolarRequest(
                method: .get,
                path: "/v1/oauth2/userinfo",
                headers: [("authorization", "Bearer \(token.text)")]
            )
        )
        guard answer.status == 200 else { throw PolarErrorAnswer.error(of: answer) }
        return try PolarJSON.decode(answer.body)
    }

    private func tokenForm(_ token: String, _ hint: TokenHint?) -> [(name: String, value: String?)] {
        [("token", token), ("token_type_hint", hint?.rawValue)]
            + credentials.authentication.members(clientID: credentials.clientID)
    }

    private func form(
        _ path: String,
        _ members: [(name: String, value: String?)]
    ) async throws(PolarError) -> PolarAnswer {
        var request = PolarRequest(method: .post, path: path, body: FormText.bytes(members))
        request.headers = [("content-type", FormText.contentType)]
        if let header = credentials.authentication.header(clientID: credentials.clientID) {
            request.headers.append(("authorization", header))
        }
        let answer = try await transport.send(request)
        guard answer.status == 200 else {
            // The client id is the only text that is sent and may be shown.
            throw OAuth2Error.error(of: answer, hiding: members.compactMap { $0.name == "client_id" ? nil : $0.value })
        }
        return answer
    }
}
