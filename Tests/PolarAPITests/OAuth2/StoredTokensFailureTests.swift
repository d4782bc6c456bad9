import Foundation
import HTTPWire
import Synchronization
import Testing

@testable import PolarAPI

@Suite(.timeLimit(.minutes(5)))
struct StoredTokensFailureTests {
    private static let dead = PolarError.connectAgain(
        reason: "Polar does not take the refresh token: access was withdrawn, or something else has used it."
    )

    @Test func `keeps the old pair while Polar cannot answer`() async throws {
        let answers = Mutex([Response.json(200, TokenAnswers.pair(1)), .json(502, ""), .json(500, "")])
        try await withScriptedPolar({ _ in answers.withLock { $0.popLast() } }) { polar, server in
            let fixture = try TokenFileFixture(server: server)
            let tokens = try fixture.tokens()
            fixture.set(3_590)
            #expect(try await tokens.accessToken().text == "old-access-token")
            fixture.set(3_601)
            await #expect(throws: PolarError.refused(status: 502, error: nil, detail: nil)) {
                try await tokens.accessToken()
            }
            #expect(try fixture.file.read().tokens.refreshToken == "old-refresh-token")
            #expect(try await tokens.accessToken().text == "new-access-token-1")
            #expect(polar.requests.count == 3)
        }
    }

    @Test func `keeps the old pair while Polar cannot be reached`() async throws {
        var gone = PolarServer.sandbox
        try await withScriptedPolar({ _ in nil }) { _, server in gone = server }
        let fixture = try TokenFileFixture(server: gone)
        let tokens = try fixture.tokens()
        fixture.set(3_590)
        #expect(try await tokens.accessToken().text == "old-access-token")
        fixture.set(3_600)
        let error = await #expect(throws: PolarError.self) { try await tokens.accessToken() }
        guard case .unreachable = error else { throw try #require(error) }
        #expect(try fixture.file.read().tokens.refreshToken == "old-refresh-token")
    }

    @Test func `says to connect again once, without asking a second time`() async throws {
        try await withScriptedPolar({ _ in TokenAnswers.deadGrant }) { polar, server in
            let fixture = try TokenFileFixture(server: server)
            let tokens = try fixture.tokens()
            fixture.set(3_590)
            await #expect(throws: Self.dead) { try await tokens.accessToken() }
            await #expect(throws: Self.dead) { try await tokens.accessToken() }
            #expect("\(Self.dead)".hasSuffix(" Run 'polar-receiver connect' again."))
            #expect(try fixture.file.read().refreshBegan == nil)
            #expect(polar.requests.count == 1)
        }
    }

    @Test func `works again after somebody has connected`() async throws {
        try await withScriptedPolar({ _ in TokenAnswers.deadGrant }) { _, server in
            let fixture = try TokenFileFixture(server: server)
            let tokens = try fixture.tokens()
            fixture.set(3_600)
            await #expect(throws: Self.dead) { try await tokens.accessToken() }
            let grant = try TokenFileFixture.grant("other", life: 9_000, server: server, refreshToken: nil)
            try fixture.file.write(grant)
            #expect(try await tokens.accessToken().text == "other-access-token")
        }
    }

    @Test func `says that there is no refresh token`() async throws {
        let fixture = try TokenFileFixture(server: .sandbox, refreshToken: nil)
        let tokens = try fixture.tokens()
        fixture.set(3_600)
        await #expect(
            throws: PolarError.connectAgain(
                reason: "The token for Polar's API has ended, and there is no refresh token."
            )
        ) { try await tokens.accessToken() }
    }

    @Test func `leaves no note of a refresh that Polar has refused`() async throws {
        let refusal = Response.json(401, #"{"error":"invalid_client"}"#)
        try await withScriptedPolar({ _ in refusal }) { _, server in
            let fixture = try TokenFileFixture(server: server)
            let tokens = try fixture.tokens()
            fixture.set(3_590)
            await #expect(throws: PolarError.oauth(OAuth2Error(error: "invalid_client", detail: nil))) {
                try await tokens.accessToken()
            }
            #expect(try fixture.file.read().refreshBegan == nil)
        }
    }

    // MARK: A disk that takes nothing

    @Test func `asks for nothing that it cannot keep`() async throws {
        try await withScriptedPolar(TokenAnswers.script()) { polar, server in
            let fixture = try TokenFileFixture(server: server)
            let tokens = try fixture.tokens()
            fixture.obstruct()
            fixture.set(3_600)
            await expectFileError { try await tokens.accessToken() }
            #expect(polar.requests.isEmpty)
        }
    }

    @Test func `gives the new pair to nobody, and loses it not, until the disk takes it`() async throws {
        try await withObstructedSave { polar, fixture, tokens in
            await expectFileError { try await tokens.accessToken() }
            await expectFileError { try await tokens.accessToken() }
            #expect(try fixture.file.read().tokens.accessToken.text == "old-access-token")
            try fixture.clear()
            #expect(try await tokens.accessToken().text == "new-access-token-1")
            #expect(try fixture.file.read().tokens.refreshToken == "new-refresh-token-1")
            #expect(polar.requests.count == 1)
        }
    }

    @Test func `prefers the tokens of somebody who has connected to those not yet kept`() async throws {
        try await withObstructedSave { polar, fixture, tokens in
            await expectFileError { try await tokens.accessToken() }
            try fixture.clear()
            let grant = try TokenFileFixture.grant("other", life: 9_000, refreshToken: nil)
            try fixture.file.write(grant)
            #expect(try await tokens.accessToken().text == "other-access-token")
            #expect(try fixture.file.read() == grant.afterReading)
            #expect(polar.requests.count == 1)
        }
    }

    @Test func `says what happened when the process ended between the answer and the save`() async throws {
        try await withObstructedSave { polar, fixture, tokens in
            await expectFileError { try await tokens.accessToken() }
            try fixture.clear()
            // What the process knew is gone with it, and the file is all that the next one has.
            let next = try fixture.tokens()
            await #expect(
                throws: PolarError.connectAgain(
                    reason: """
                        A refresh of the tokens that began at 2026-09-21T15:13:20Z ended before the new ones were kept, and \
                        Polar does not take the old ones any more.
                        """
                )
            ) { try await next.accessToken() }
            #expect(polar.requests.count == 2)
        }
    }

    @Test func `goes on with the old pair when a refresh was cut off before Polar had it`() async throws {
        try await withScriptedPolar(TokenAnswers.script()) { _, server in
            let fixture = try TokenFileFixture(server: server)
            var grant = try fixture.file.read()
            grant.refreshBegan = TokenFileFixture.start
            try fixture.file.write(grant)
            let tokens = try fixture.tokens()
            #expect(try await tokens.accessToken().text == "new-access-token-1")
            #expect(try fixture.file.read().refreshBegan == nil)
        }
    }

    /// Polar gives one pair and takes the old one no more; from its answer on, nothing can be written.
    private func withObstructedSave(
        _ body: @escaping (ScriptedPolar, TokenFileFixture, StoredTokens) async throws -> Void
    ) async throws {
        let fixture = try TokenFileFixture(server: .sandbox)
        let count = Count()
        try await withScriptedPolar({ _ in
            guard count.next() == 1 else { return TokenAnswers.deadGrant }
            fixture.obstruct()
            return .json(200, TokenAnswers.pair(1))
        }) { polar, server in
            try fixture.file.write(TokenFileFixture.grant("old", server: server, refreshToken: "old-refresh-token"))
            let tokens = try fixture.tokens()
            fixture.set(3_600)
            try await body(polar, fixture, tokens)
        }
    }

    private func expectFileError(_ body: () async throws -> AccessToken) async {
        let error = await #expect(throws: PolarError.self) { try await body() }
        guard case .tokenFile = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }
}

extension StoredGrant {
    /// Moments lose their fractions in the file.
    fileprivate var afterReading: StoredGrant? {
        let coders = (JSONEncoder(), JSONDecoder())
        coders.0.dateEncodingStrategy = .iso8601
        coders.1.dateDecodingStrategy = .iso8601
        return try? coders.1.decode(StoredGrant.self, from: coders.0.encode(self))
    }
}
