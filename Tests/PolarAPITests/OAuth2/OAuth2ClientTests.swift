import Foundation
import HTTPWire
import Testing

@testable import PolarAPI

struct OAuth2ClientTests {
    private static let credentials = OAuth2Credentials(
        clientID: "polar_ci_1",
        authentication: .secretPost(ClientSecret("polar_cs_1"))
    )
    private static let now = Date(timeIntervalSince1970: 1_790_000_000)

    @Test func `counts the life of a token from when the request was sent`() async throws {
        let clock = SteppingClock(from: Self.now)
        let text = """
            {"access_token":"polar_at_u_1","token_type":"bearer","expires_in":3600,"refresh_token":"polar_rt_u_1",\
            "scope":"openid webhooks:read","id_token":"e30.e30.","more":1}
            """
        try await withScriptedPolar({ _ in
            clock.step()
            return .json(200, text)
        }) { _, server in
            let client = OAuth2Client(server: server, credentials: Self.credentials, now: clock.now, logger: .silent)
            let pair = try await client.token(.refreshToken("polar_rt_u_0"))
            #expect(pair.accessToken.text == "polar_at_u_1")
            #expect(pair.refreshToken == "polar_rt_u_1")
            #expect(pair.idToken?.text == "e30.e30.")
            #expect(pair.scope == ["openid", "webhooks:read"])
            #expect(pair.requestedAt == Self.now)
            #expect(pair.expiresAt == Self.now.addingTimeInterval(3_600))
        }
    }

    @Test(arguments: OAuth2Error.Code.allCases)
    func `tells each error of RFC 6749`(code: OAuth2Error.Code) async throws {
        let status = code == .invalidClient ? 401 : 400
        let error = try await error(status, #"{"error":"\#(code.rawValue)","error_description":"Because."}"#)
        #expect(error == .oauth(OAuth2Error(error: code.rawValue, detail: "Because.")))
        #expect("\(error)".hasPrefix("Polar gives no token: \(code.rawValue) (Because.): "))
    }

    @Test func `tells an error that it does not know`() async throws {
        let error = try await error(400, #"{"error":"new\u001b[2J"}"#)
        #expect("\(error)" == "Polar gives no token: new [2J.")
    }

    @Test(arguments: [
        (422, #"{"error":"RequestValidationError","detail":[{"loc":["body","code"],"msg":"Field required"}]}"#),
        (404, #"{"error":"ResourceNotFound","detail":"Not found"}"#), (429, ""), (500, "<html>"),
        (503, #"{"error":"invalid_grant"}"#), (200, "{}"),
        (200, #"{"access_token":"a","token_type":"mac","expires_in":1,"scope":""}"#),
        (200, #"{"access_token":"a b","token_type":"Bearer","expires_in":1,"scope":""}"#),
    ])
    func `takes nothing else for an error of OAuth or for tokens`(status: Int, body: String) async throws {
        let error = try await error(status, body)
        switch error {
        case .invalid, .notFound, .rateLimited, .refused, .malformedAnswer: break
        default: Issue.record("\(error)")
        }
    }

    @Test func `shows no secret that Polar repeats`() async throws {
        let error = try await error(400, #"{"error":"invalid_grant","error_description":"polar_rt_u_0 is dead"}"#)
        #expect(error == .oauth(OAuth2Error(error: "invalid_grant", detail: nil)))
    }

    @Test func `revokes, introspects and reads who it is`() async throws {
        try await withScriptedPolar({ request in
            switch request.line {
            case "POST /v1/oauth2/revoke": .json(200, "{}")
            case "POST /v1/oauth2/introspect": .json(200, #"{"active":false}"#)
            default: .json(200, #"{"sub":"u","email":"a@example.com","email_verified":true,"name":null}"#)
            }
        }) { polar, server in
            let client = OAuth2Client(server: server, credentials: Self.credentials, logger: .silent)
            try await client.revoke("polar_at_u_1", hint: .accessToken)
            #expect(try await client.introspect("polar_rt_u_1").isActive == false)
            let info = try await client.userinfo(AccessToken("polar_at_u_1"))
            #expect(info == UserInfo(sub: "u", name: nil, email: "a@example.com", isEmailVerified: true))
            let ofClient = "&client_id=polar_ci_1&client_secret=polar_cs_1"
            #expect(
                polar.requests.map(\.body) == [
                    "token=polar_at_u_1&token_type_hint=access_token\(ofClient)", "token=polar_rt_u_1\(ofClient)", "",
                ]
            )
            #expect(polar.requests.last?.fields["authorization"] == "Bearer polar_at_u_1")
        }
    }

    private func error(_ status: Int, _ body: String) async throws -> PolarError {
        var thrown: PolarError?
        try await withScriptedPolar({ _ in .json(status, body) }) { _, server in
            let client = OAuth2Client(
                server: server,
                credentials: Self.credentials,
                retries: RequestRetries(attempts: 1),
                logger: .silent
            )
            thrown = await #expect(throws: PolarError.self) { try await client.token(.refreshToken("polar_rt_u_0")) }
        }
        return try #require(thrown)
    }
}
