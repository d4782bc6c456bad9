import Foundation
import Logging
import PolarAPI
import PolarSimulator
import Testing

/// Tokens of a simulated Polar.
struct SimulatedTokenTests {
    private static let redirect = "http://127.0.0.1:7/callback"

    private func withPolar(_ body: (PolarSimulator, PolarServer) async throws -> Void) async throws {
        let polar = PolarSimulator(SimulatorOptions(rateLimit: 10_000), logger: .silent)
        try polar.start()
        let server = try PolarServer(apiURL: polar.url, webURL: polar.url)
        let result: Result<Void, any Error>
        do { result = .success(try await body(polar, server)) } catch { result = .failure(error) }
        await polar.stop()
        try result.get()
    }

    private func credentials(_ polar: PolarSimulator, _ method: String, grants: [String]? = nil) -> OAuth2Credentials {
        let client = polar.addClient(
            method: method,
            redirectURI: Self.redirect,
            grantTypes: grants ?? ["authorization_code", "refresh_token"]
        )
        let secret = client.secret.map(ClientSecret.init)
        let authentication: ClientAuthentication =
            switch (method, secret) {
            case ("client_secret_post", let secret?): .secretPost(secret)
            case ("client_secret_basic", let secret?): .secretBasic(secret)
            default: .none
            }
        return OAuth2Credentials(clientID: client.id, authentication: authentication)
    }

    @Test(arguments: ["client_secret_post", "client_secret_basic", "none"])
    func `gives a pair for a code, and another one for its refresh token`(method: String) async throws {
        try await withPolar { polar, server in
            let credentials = credentials(polar, method)
            let client = OAuth2Client(server: server, credentials: credentials, logger: .silent)
            let verifier = PKCEVerifier()
            let code = polar.addCode(
                client: credentials.clientID,
                redirectURI: Self.redirect,
                challenge: try verifier.challenge()
            )
            let grant = TokenRequest.authorizationCode(code: code, redirectURI: Self.redirect, verifier: verifier)
            let first = try await client.token(grant)
            let second = try await client.token(.refreshToken(try #require(first.refreshToken)))
            #expect(second.accessToken != first.accessToken)
            #expect(try await client.introspect(second.accessToken.text).isActive)
            #expect(try await client.introspect(first.accessToken.text).isActive == false)
            #expect(try await client.userinfo(second.accessToken).sub == "user")
            await #expect(throws: PolarError.self) { try await client.token(grant) }
            await #expect(throws: PolarError.self) {
                try await client.token(.refreshToken(first.refreshToken ?? ""))
            }
            try await client.revoke(second.accessToken.text)
            await #expect(throws: PolarError.unauthorized) { try await client.userinfo(second.accessToken) }
        }
    }

    @Test func `gives nothing for a code that is late, or of another sign-in`() async throws {
        try await withPolar { polar, server in
            let credentials = credentials(polar, "none")
            let client = OAuth2Client(server: server, credentials: credentials, logger: .silent)
            let verifier = PKCEVerifier()
            for isLate in [true, false] {
                let code = polar.addCode(
                    client: credentials.clientID,
                    redirectURI: Self.redirect,
                    challenge: try verifier.challenge()
                )
                if isLate { polar.advanceOAuthClock(by: 301) }
                let error = await #expect(throws: PolarError.self) {
                    try await client.token(
                        .authorizationCode(
                            code: code,
                            redirectURI: Self.redirect,
                            verifier: isLate ? verifier : PKCEVerifier()
                        )
                    )
                }
                guard case .oauth(let refusal) = error else { return #expect(error == nil, "no error of OAuth") }
                #expect(refusal.error == "invalid_grant")
            }
        }
    }

    @Test func `gives Polar's own clients a token for a web session`() async throws {
        try await withPolar { polar, server in
            let credentials = credentials(polar, "client_secret_post", grants: ["web"])
            let client = OAuth2Client(server: server, credentials: credentials, logger: .silent)
            let pair = try await client.token(.web(sessionToken: polar.addSession()))
            #expect(pair.refreshToken == nil)
            await #expect(throws: PolarError.self) { try await client.token(.web(sessionToken: "other")) }
        }
    }

    @Test func `registers, changes and deletes a client`() async throws {
        try await withPolar { polar, server in
            let registrar = OAuth2Registrar(server: server, logger: .silent)
            #expect(try await registrar.discovery().tokenEndpoint == "\(polar.url)/v1/oauth2/token")
            var configuration = ClientConfiguration(name: "a", redirectURIs: [Self.redirect], scope: ["webhooks:read"])
            let client = try await registrar.register(configuration)
            #expect(client.clientSecret == nil)
            let token = try #require(client.registrationToken)
            configuration.clientID = client.clientID
            configuration.name = "b"
            _ = try await registrar.update(client.clientID, configuration, token)
            #expect(try await registrar.configuration(of: client.clientID, token).name == "b")
            try await registrar.delete(client.clientID, token)
            await #expect(throws: PolarError.self) { try await registrar.configuration(of: client.clientID, token) }
        }
    }
}
