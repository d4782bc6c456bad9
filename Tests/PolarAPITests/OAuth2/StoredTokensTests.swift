import Foundation
import HTTPServer
import HTTPWire
import Testing

@testable import PolarAPI

@Suite(.timeLimit(.minutes(5)))
struct StoredTokensTests {
    @Test(arguments: [
        (3_600.0, 3_539.0, 0), (3_600, 3_540, 1), (100, 89, 0), (100, 90, 1), (100, 5_000, 1),
        // The clock was set back: a little, and so far that the end is not known.
        (3_600, -30, 0), (3_600, -120, 1),
    ])
    func `refreshes a minute or a tenth of the life ahead`(life: Double, seconds: Double, requests: Int) async throws {
        try await withScriptedPolar(TokenAnswers.script()) { polar, server in
            let fixture = try TokenFileFixture(life: life, server: server)
            let tokens = try fixture.tokens()
            fixture.set(seconds)
            let token = try await tokens.accessToken()
            #expect(token.text == (requests == 0 ? "old-access-token" : "new-access-token-1"))
            #expect(polar.requests.count == requests)
        }
    }

    @Test func `sends one refresh, and has the new pair on the disk before anybody gets it`() async throws {
        try await withScriptedPolar(TokenAnswers.script()) { polar, server in
            let fixture = try TokenFileFixture(server: server)
            let tokens = try fixture.tokens()
            fixture.set(3_700)
            #expect(try await tokens.accessToken().text == "new-access-token-1")
            let stored = try fixture.file.read()
            #expect(stored.tokens.accessToken.text == "new-access-token-1")
            #expect(stored.tokens.refreshToken == "new-refresh-token-1")
            #expect(abs(stored.tokens.expiresAt.timeIntervalSince(fixture.now) - 3_600) < 1)
            #expect(stored.refreshBegan == nil)
            #expect(try await tokens.accessToken().text == "new-access-token-1")
            #expect(
                polar.requests.map(\.body) == [
                    "grant_type=refresh_token&client_id=polar_ci_1&client_secret=polar_cs_secret"
                        + "&refresh_token=old-refresh-token"
                ]
            )
        }
    }

    @Test func `notes that a refresh has begun before it asks`() async throws {
        let fixture = try TokenFileFixture(server: .sandbox)
        let file = fixture.file
        let began = Count()
        try await withScriptedPolar({ _ in
            if (try? file.read())?.refreshBegan != nil { _ = began.next() }
            return .json(200, TokenAnswers.pair(1))
        }) { _, server in
            try file.write(TokenFileFixture.grant("old", server: server, refreshToken: "old-refresh-token"))
            let tokens = try fixture.tokens()
            fixture.set(3_600)
            _ = try await tokens.accessToken()
            #expect(began.next() == 2)
            #expect(try file.read().refreshBegan == nil)
        }
    }

    @Test func `asks once for fifty tasks`() async throws {
        try await withScriptedPolar({ _ in nil }) { polar, server in
            let fixture = try TokenFileFixture(server: server)
            let tokens = try fixture.tokens()
            fixture.set(3_600)
            try await withThrowingTaskGroup(of: String.self) { group in
                for _ in 0..<50 { group.addTask { try await tokens.accessToken().text } }
                let exchange = try #require(await polar.exchanges.first { _ in true })
                exchange.reply(.json(200, TokenAnswers.pair(1)))
                for try await token in group { #expect(token == "new-access-token-1") }
            }
            #expect(polar.requests.count == 1)
        }
    }

    @Test func `asks once for two programs with one file`() async throws {
        try await withScriptedPolar(TokenAnswers.script()) { polar, server in
            let fixture = try TokenFileFixture(server: server)
            let programs = [try fixture.tokens(), try fixture.tokens()]
            fixture.set(3_600)
            try await withThrowingTaskGroup(of: String.self) { group in
                for number in 0..<50 { group.addTask { try await programs[number % 2].accessToken().text } }
                for try await token in group { #expect(token == "new-access-token-1") }
            }
            #expect(polar.requests.count == 1)
        }
    }

    @Test func `takes what another program has once Polar refuses the old token`() async throws {
        try await withScriptedPolar(TokenAnswers.script()) { polar, server in
            let fixture = try TokenFileFixture(server: server)
            let (one, other) = (try fixture.tokens(), try fixture.tokens())
            let old = try await other.accessToken()
            #expect(try await one.replacement(for: old)?.text == "new-access-token-1")
            #expect(try await other.accessToken() == old)
            #expect(try await other.replacement(for: old)?.text == "new-access-token-1")
            #expect(try await other.accessToken().text == "new-access-token-1")
            #expect(polar.requests.count == 1)
        }
    }

    @Test func `asks again whenever Polar refuses the newest token`() async throws {
        try await withScriptedPolar(TokenAnswers.script()) { polar, server in
            let fixture = try TokenFileFixture(server: server)
            let tokens = try fixture.tokens()
            for number in 1...3 {
                let refused = try await tokens.accessToken()
                #expect(try await tokens.replacement(for: refused)?.text == "new-access-token-\(number)")
            }
            #expect(polar.requests.count == 3)
        }
    }

    @Test func `goes on when whoever wanted it is cancelled`() async throws {
        try await withScriptedPolar({ _ in nil }) { polar, server in
            let fixture = try TokenFileFixture(server: server)
            let tokens = try fixture.tokens()
            fixture.set(3_600)
            let caller = Task { try await tokens.accessToken() }
            let exchange = try #require(await polar.exchanges.first { _ in true })
            caller.cancel()
            exchange.reply(.json(200, TokenAnswers.pair(1)))
            #expect(try await caller.value.text == "new-access-token-1")
            #expect(try fixture.file.read().tokens.refreshToken == "new-refresh-token-1")
            #expect(polar.requests.count == 1)
        }
    }

    @Test func `waits for another program, and reads the file again`() async throws {
        let fixture = try TokenFileFixture(server: .sandbox)
        let lock = LockHolder(try #require(try fixture.file.lock()))
        let new = try TokenFileFixture.grant("other", life: 9_000, refreshToken: "other-refresh-token")
        let tokens = try fixture.tokens(sleep: { _ in
            try fixture.file.write(new)
            lock.release()
        })
        fixture.set(3_600)
        #expect(try await tokens.accessToken().text == "other-access-token")
    }

    @Test func `does not wait for another program forever`() async throws {
        let fixture = try TokenFileFixture(server: .sandbox)
        let lock = try #require(try fixture.file.lock())
        let tokens = try fixture.tokens(sleep: { _ in })
        fixture.set(3_600)
        await #expect(
            throws: PolarError.tokenFile(
                reason: "Another program keeps \(fixture.file.path).lock for itself: end it, and try again."
            )
        ) { try await tokens.accessToken() }
        withExtendedLifetime(lock) {}
    }

    @Test func `keeps what an answer leaves out`() async throws {
        let answer = Response.json(200, #"{"access_token":"new-access-token","token_type":"Bearer","expires_in":3600}"#)
        try await withScriptedPolar({ _ in answer }) { _, server in
            let fixture = try TokenFileFixture(server: server)
            let tokens = try fixture.tokens()
            fixture.set(3_600)
            _ = try await tokens.accessToken()
            let stored = try fixture.file.read().tokens
            #expect(stored.refreshToken == "old-refresh-token")
            #expect(stored.scope == ["webhooks:read", "webhooks:write"])
        }
    }
}
