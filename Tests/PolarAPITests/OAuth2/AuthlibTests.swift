import Foundation
import PolarAPI
import Testing

/// Against Authlib, which Polar's own server is made with.
@Suite(.timeLimit(.minutes(5)))
struct AuthlibTests {
    private static let clients = [AuthlibServer.post, AuthlibServer.basic, AuthlibServer.open]
    private static let confidential = [AuthlibServer.post, AuthlibServer.basic]
    private static let redirectURI = AuthlibServer.redirectURI

    @Test(arguments: clients)
    func `gives tokens for a code with PKCE, and for refresh tokens`(credentials: OAuth2Credentials) async throws {
        let server = try await AuthlibServer.start()
        let client = server.client(credentials)
        let first = try await server.tokens(client)
        #expect(first.expiresAt.timeIntervalSince(first.requestedAt) == 864_000)
        #expect(Set(first.scope) == Set(AuthlibServer.scope))
        #expect(try await client.userinfo(first.accessToken).sub == "user-1")
        let second = try await client.token(.refreshToken(try #require(first.refreshToken)))
        #expect(second.expiresAt.timeIntervalSince(second.requestedAt) == 3_600)
        #expect(second.accessToken != first.accessToken)
        #expect(second.refreshToken != first.refreshToken)
        await #expect(throws: PolarError.unauthorized) { try await client.userinfo(first.accessToken) }
        let third = try await client.token(.refreshToken(try #require(second.refreshToken)))
        #expect(try await client.userinfo(third.accessToken).sub == "user-1")
    }

    @Test(arguments: confidential)
    func `gives tokens for a code without PKCE to a client with a secret`(credentials: OAuth2Credentials) async throws {
        let server = try await AuthlibServer.start()
        let client = server.client(credentials)
        let code = try await server.code(client, verifier: nil, scope: ["webhooks:read"])
        let tokens = try await client.token(
            .authorizationCode(code: code, redirectURI: Self.redirectURI, verifier: nil)
        )
        #expect(tokens.scope == ["webhooks:read"])
    }

    @Test func `demands PKCE of a client without a secret`() async throws {
        let server = try await AuthlibServer.start()
        let client = server.client(AuthlibServer.open)
        let code = try await server.code(client, verifier: nil)
        await expect("invalid_request") {
            try await client.token(.authorizationCode(code: code, redirectURI: Self.redirectURI, verifier: nil))
        }
    }

    @Test(arguments: clients)
    func `refuses a code with another verifier, another redirect, or for the second time`(
        credentials: OAuth2Credentials
    ) async throws {
        let server = try await AuthlibServer.start()
        let client = server.client(credentials)
        let verifier = PKCEVerifier()
        let code = try await server.code(client, verifier: verifier)
        await expect("invalid_grant") {
            try await client.token(
                .authorizationCode(code: code, redirectURI: Self.redirectURI, verifier: PKCEVerifier())
            )
        }
        await expect("invalid_grant") {
            try await client.token(
                .authorizationCode(code: code, redirectURI: "https://a.example/", verifier: verifier)
            )
        }
        let request = TokenRequest.authorizationCode(code: code, redirectURI: Self.redirectURI, verifier: verifier)
        _ = try await client.token(request)
        await expect("invalid_grant") { try await client.token(request) }
    }

    @Test func `refuses a code that is older than five minutes`() async throws {
        let server = try await AuthlibServer.start()
        let client = server.client(AuthlibServer.open)
        let verifier = PKCEVerifier()
        let code = try await server.code(client, verifier: verifier)
        try await server.moveClock(seconds: 301)
        await expect("invalid_grant") {
            try await client.token(.authorizationCode(code: code, redirectURI: Self.redirectURI, verifier: verifier))
        }
    }

    @Test(arguments: clients)
    func `refuses a refresh token for the second time`(credentials: OAuth2Credentials) async throws {
        let server = try await AuthlibServer.start()
        let client = server.client(credentials)
        let old = try #require(try await server.tokens(client).refreshToken)
        _ = try await client.token(.refreshToken(old))
        await expect("invalid_grant") { try await client.token(.refreshToken(old)) }
    }

    @Test func `narrows the scope of a refresh, and refuses to widen it`() async throws {
        let server = try await AuthlibServer.start()
        let client = server.client(AuthlibServer.post)
        let first = try await server.tokens(client)
        let narrow = try await client.token(
            .refreshToken(try #require(first.refreshToken), scope: ["webhooks:read"])
        )
        #expect(narrow.scope == ["webhooks:read"])
        await expect("invalid_scope") {
            try await client.token(.refreshToken(narrow.refreshToken ?? "", scope: ["webhooks:write"]))
        }
    }

    @Test func `refuses a wrong secret in the form and in the header`() async throws {
        let server = try await AuthlibServer.start()
        let wrong = ClientSecret("polar_cs_wrong")
        let credentials = [
            OAuth2Credentials(clientID: AuthlibServer.post.clientID, authentication: .secretPost(wrong)),
            OAuth2Credentials(clientID: AuthlibServer.basic.clientID, authentication: .secretBasic(wrong)),
            OAuth2Credentials(clientID: AuthlibServer.post.clientID),
            OAuth2Credentials(clientID: "polar_ci_unknown", authentication: .secretPost(wrong)),
        ]
        for one in credentials {
            await expect("invalid_client") { try await server.client(one).token(.refreshToken("polar_rt_u_1")) }
        }
    }

    @Test(arguments: clients)
    func `looks at tokens, and takes them back`(credentials: OAuth2Credentials) async throws {
        let server = try await AuthlibServer.start()
        let client = server.client(credentials)
        let tokens = try await server.tokens(client)
        let active = try await client.introspect(tokens.accessToken.text, hint: .accessToken)
        #expect(active.isActive)
        #expect(active.clientID == credentials.clientID)
        #expect(active.sub == "user-1")
        #expect(active.organizations == [])
        let refreshToken = try #require(tokens.refreshToken)
        #expect(try await client.introspect(refreshToken).isActive)
        try await client.revoke(refreshToken, hint: .refreshToken)
        try await client.revoke("polar_at_u_unknown")
        #expect(try await client.introspect(tokens.accessToken.text).isActive == false)
        await #expect(throws: PolarError.unauthorized) { try await client.userinfo(tokens.accessToken) }
        await expect("invalid_grant") { try await client.token(.refreshToken(refreshToken)) }
    }

    @Test func `refreshes once for fifty tasks of two programs`() async throws {
        let server = try await AuthlibServer.start()
        let client = server.client(AuthlibServer.basic)
        let first = try await server.tokens(client)
        let fixture = try TokenFileFixture(server: server.polar)
        try fixture.file.write(StoredGrant(server: server.polar, credentials: AuthlibServer.basic, tokens: first))
        let ends = first.expiresAt
        let programs = [
            try StoredTokens(file: fixture.file, now: { ends }, logger: .silent),
            try StoredTokens(file: fixture.file, now: { ends }, logger: .silent),
        ]
        let before = try await server.tokenRequests()
        let tokens = try await withThrowingTaskGroup(of: AccessToken.self) { group in
            for number in 0..<50 { group.addTask { try await programs[number % 2].accessToken() } }
            return try await group.reduce(into: Set()) { $0.insert($1) }
        }
        #expect(tokens.count == 1)
        #expect(try await server.tokenRequests() == before + 1)
        #expect(try await client.userinfo(try #require(tokens.first)).sub == "user-1")
    }

    private func expect(_ error: String, _ body: () async throws -> TokenPair) async {
        let thrown = await #expect(throws: PolarError.self) { try await body() }
        guard case .oauth(let refusal) = thrown, refusal.error == error else {
            Issue.record("\(error) expected, not \(String(describing: thrown))")
            return
        }
    }
}
