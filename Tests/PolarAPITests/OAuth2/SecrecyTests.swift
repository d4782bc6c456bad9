import Foundation
import HTTPWire
import Logging
import Testing

@testable import PolarAPI

/// What is secret is in no text about a value.
struct SecrecyTests {
    private static let secret = "polar_secret_text_that_is_long_enough_for_a_verifier"

    private static func values() throws -> [any Sendable] {
        let token = try AccessToken(secret)
        let tokens = TokenPair(
            accessToken: token,
            requestedAt: Date(timeIntervalSince1970: 0),
            expiresAt: Date(timeIntervalSince1970: 1),
            refreshToken: secret,
            idToken: IDToken(secret),
            scope: ["openid"]
        )
        let credentials = OAuth2Credentials(clientID: "c", authentication: .secretBasic(ClientSecret(secret)))
        return [
            token, tokens, credentials, ClientAuthentication.secretPost(ClientSecret(secret)), IDToken(secret),
            RegistrationToken(secret), OAuth2Client(credentials: credentials, logger: .silent),
            StoredGrant(server: .production, credentials: credentials, tokens: tokens),
            try #require(PKCEVerifier(secret)), TokenRequest.refreshToken(secret),
            TokenRequest.web(sessionToken: secret),
            TokenRequest.authorizationCode(code: secret, redirectURI: secret, verifier: nil),
        ]
    }

    @Test func `no description, mirror or dump shows it`() throws {
        for value in try Self.values() {
            var dumped = ""
            dump(value, to: &dumped)
            for text in [String(describing: value), String(reflecting: value), "\([value])", dumped] {
                #expect(!text.contains(Self.secret), "\(type(of: value))")
            }
        }
    }

    @Test func `no log and no error of a refresh shows it`() async throws {
        let log = RecordedLog()
        let answers = [
            (400, #"{"error":"invalid_scope","error_description":"old-refresh-token polar_cs_secret"}"#), (500, "no"),
            (200, #"{"access_token":"new-access-token"}"#), (200, TokenAnswers.pair(1)),
        ]
        for (status, body) in answers {
            try await withScriptedPolar({ _ in .json(status, body) }) { _, server in
                let fixture = try TokenFileFixture(server: server)
                let tokens = try fixture.tokens(logger: log.logger)
                fixture.set(3_590)
                await note(log) { _ = try await tokens.accessToken() }
                fixture.set(3_700)
                await note(log) { _ = try await tokens.accessToken() }
                fixture.obstruct()
                fixture.set(9_000)
                await note(log) { _ = try await tokens.accessToken() }
                var dumped = ""
                dump(tokens, to: &dumped)
                log.logger.info("\(dumped)")
            }
        }
        #expect(log.lines.count > 10)
        for secret in ["-access-token", "-refresh-token", "polar_cs_secret"] {
            #expect(!log.lines.contains { $0.contains(secret) }, "\(log.lines)")
        }
    }

    private func note(_ log: RecordedLog, _ body: () async throws -> Void) async {
        do { try await body() } catch {
            log.logger.info("\(error) \(String(reflecting: error))")
        }
    }
}
