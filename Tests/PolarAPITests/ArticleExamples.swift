import Logging
import PolarAPI

func failedEvents(of endpoint: String, at polar: PolarClient) async throws(PolarError) -> [PolarWebhookEvent] {
    var query = PolarDeliveryQuery()
    query.endpointID = [endpoint]
    query.succeeded = false
    return try await polar.webhooks.listWebhookDeliveries(query).items.map(\.event)
}

struct SignIn {
    static let redirectURI = "http://127.0.0.1:7000/callback"

    let client: OAuth2Client
    let state = PKCEVerifier().text
    let verifier = PKCEVerifier()

    /// The address to open in a browser.
    func address() throws(PolarError) -> String {
        client.authorizeURL(
            AuthorizationRequest(
                redirectURI: Self.redirectURI,
                scope: ["webhooks:read", "customers:read"],
                state: state,
                challenge: try verifier.challenge()
            )
        )
    }

    /// The tokens for the code that the browser comes back with.
    func tokens(for code: String) async throws(PolarError) -> TokenPair {
        try await client.token(.authorizationCode(code: code, redirectURI: Self.redirectURI, verifier: verifier))
    }
}

func connect(
    _ grant: StoredGrant,
    keptIn file: TokenFile,
    logger: Logger
) throws(PolarError) -> PolarClient {
    try file.write(grant)
    let tokens = try StoredTokens(file: file, logger: logger)
    return PolarClient(server: try grant.server(), token: tokens, logger: logger)
}
