import HTTPWire
import PolarAPI
import Testing

/// What goes over the wire, to the byte.
struct TokenRequestTests {
    /// A grant, its form without the client, and the members that its schema in Polar's OpenAPI document requires.
    struct Grant: Sendable {
        let request: TokenRequest
        let name: String
        let form: String
        let required: Set<String>
    }

    private static let grants = [
        Grant(
            request: .authorizationCode(
                code: "polar_ac_a/b",
                redirectURI: "http://127.0.0.1:8765/callback",
                verifier: PKCEVerifier("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")
            ),
            name: "authorization_code",
            form: """
                &code=polar_ac_a%2Fb&redirect_uri=http%3A%2F%2F127.0.0.1%3A8765%2Fcallback\
                &code_verifier=dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk
                """,
            required: ["grant_type", "client_id", "client_secret", "code", "redirect_uri"]
        ),
        Grant(
            request: .authorizationCode(code: "polar_ac_1", redirectURI: "https://a.example/", verifier: nil),
            name: "authorization_code",
            form: "&code=polar_ac_1&redirect_uri=https%3A%2F%2Fa.example%2F",
            required: ["grant_type", "client_id", "client_secret", "code", "redirect_uri"]
        ),
        Grant(
            request: .refreshToken("polar_rt_u_1"),
            name: "refresh_token",
            form: "&refresh_token=polar_rt_u_1",
            required: ["grant_type", "client_id", "client_secret", "refresh_token"]
        ),
        Grant(
            request: .refreshToken("polar_rt_u_1", scope: ["webhooks:read", "openid"]),
            name: "refresh_token",
            form: "&refresh_token=polar_rt_u_1&scope=webhooks%3Aread+openid",
            required: ["grant_type", "client_id", "client_secret", "refresh_token"]
        ),
        Grant(
            request: .web(sessionToken: "polar_us_1"),
            name: "web",
            form: "&session_token=polar_us_1&sub_type=user",
            required: ["grant_type", "client_id", "client_secret", "session_token"]
        ),
        Grant(
            request: .web(
                sessionToken: "polar_us_1",
                subject: .organization("1dbfc517-0bbf-4301-9ba8-555ca42b9737"),
                scope: ["openid"]
            ),
            name: "web",
            form: """
                &session_token=polar_us_1&sub_type=organization&sub=1dbfc517-0bbf-4301-9ba8-555ca42b9737&scope=openid
                """,
            required: ["grant_type", "client_id", "client_secret", "session_token"]
        ),
    ]

    private static let answer = Response.json(
        200,
        #"{"access_token":"a","token_type":"Bearer","expires_in":3600,"scope":"openid"}"#
    )

    @Test(arguments: grants)
    func `sends the secret in the form`(grant: Grant) async throws {
        let sent = try await sent(grant, .secretPost(ClientSecret("polar_cs_+ 1")))
        #expect(sent.body == "grant_type=\(grant.name)&client_id=polar_ci_1&client_secret=polar_cs_%2B+1\(grant.form)")
        #expect(sent.fields["authorization"] == nil)
        #expect(grant.required.isSubset(of: names(sent)))
    }

    @Test(arguments: grants)
    func `sends the secret in the header`(grant: Grant) async throws {
        let sent = try await sent(grant, .secretBasic(ClientSecret("polar_cs_1")))
        #expect(sent.body == "grant_type=\(grant.name)\(grant.form)")
        // polar_ci_1:polar_cs_1
        #expect(sent.fields["authorization"] == "Basic cG9sYXJfY2lfMTpwb2xhcl9jc18x")
        #expect(grant.required.subtracting(["client_id", "client_secret"]).isSubset(of: names(sent)))
    }

    @Test(arguments: grants)
    func `sends no secret where there is none`(grant: Grant) async throws {
        let sent = try await sent(grant, .none)
        #expect(sent.body == "grant_type=\(grant.name)&client_id=polar_ci_1\(grant.form)")
        #expect(sent.fields["authorization"] == nil)
        #expect(grant.required.subtracting(["client_secret"]).isSubset(of: names(sent)))
    }

    @Test func `encodes both parts of the header before base64`() async throws {
        let sent = try await sent(Self.grants[2], .secretBasic(ClientSecret("s+ %:ü")), clientID: "a b:c")
        // a%20b%3Ac:s%2B%20%25%3A%C3%BC
        #expect(sent.fields["authorization"] == "Basic YSUyMGIlM0FjOnMlMkIlMjAlMjUlM0ElQzMlQkM=")
    }

    private func sent(
        _ grant: Grant,
        _ authentication: ClientAuthentication,
        clientID: String = "polar_ci_1"
    ) async throws -> ScriptedPolar.Request {
        var requests: [ScriptedPolar.Request] = []
        try await withScriptedPolar({ _ in Self.answer }) { polar, server in
            let credentials = OAuth2Credentials(clientID: clientID, authentication: authentication)
            _ = try await OAuth2Client(server: server, credentials: credentials, logger: .silent).token(grant.request)
            requests = polar.requests
        }
        let request = try #require(requests.first)
        #expect(requests.count == 1)
        #expect(request.line == "POST /v1/oauth2/token")
        #expect(request.fields["content-type"] == "application/x-www-form-urlencoded")
        return request
    }

    private func names(_ request: ScriptedPolar.Request) -> Set<String> {
        Set(request.body.split(separator: "&").compactMap { $0.split(separator: "=").first.map(String.init) })
    }
}
