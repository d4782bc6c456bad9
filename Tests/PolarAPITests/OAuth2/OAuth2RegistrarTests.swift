import HTTPWire
import PolarAPI
import Testing

struct OAuth2RegistrarTests {
    private static let registered = """
        {"client_id":"polar_ci_1","client_secret":"polar_cs_1","registration_access_token":"polar_crt_1",\
        "client_name":"Receiver","redirect_uris":["http://127.0.0.1:8765/callback"],"token_endpoint_auth_method":"none",\
        "grant_types":["authorization_code","refresh_token"],"scope":"webhooks:read","logo_uri":null}
        """

    private static let configuration = ClientConfiguration(
        name: "Receiver",
        redirectURIs: ["http://127.0.0.1:8765/callback"],
        scope: ["webhooks:read"]
    )

    @Test func `registers, reads, changes and deletes a client`() async throws {
        try await withScriptedPolar({ request in
            request.line.hasPrefix("DELETE")
                ? Response(status: 204, contentType: nil, body: [])
                : .json(request.line.hasPrefix("POST") ? 201 : 200, Self.registered)
        }) { polar, server in
            let registrar = OAuth2Registrar(server: server, logger: .silent)
            let client = try await registrar.register(Self.configuration)
            #expect(client.clientID == "polar_ci_1")
            #expect(client.clientSecret?.text == "polar_cs_1")
            let token = try #require(client.registrationToken)
            var configuration = try await registrar.configuration(of: client.clientID, token)
            #expect(configuration.name == "Receiver")
            configuration.clientURI = "https://a.example/"
            _ = try await registrar.update(client.clientID, configuration, token)
            try await registrar.delete(client.clientID, token)
            check(polar.requests)
        }
    }

    private func check(_ requests: [ScriptedPolar.Request]) {
        let path = "/v1/oauth2/register"
        #expect(
            requests.map(\.line) == [
                "POST \(path)", "GET \(path)/polar_ci_1", "PUT \(path)/polar_ci_1", "DELETE \(path)/polar_ci_1",
            ]
        )
        #expect(requests.map { $0.fields["authorization"] } == [nil] + Array(repeating: "Bearer polar_crt_1", count: 3))
        #expect(
            requests.first?.body == """
                {"client_name":"Receiver","grant_types":["authorization_code","refresh_token"],\
                "redirect_uris":["http://127.0.0.1:8765/callback"],"scope":"webhooks:read",\
                "token_endpoint_auth_method":"none"}
                """
        )
        #expect(requests.dropFirst(2).first?.body.contains(#""client_uri":"https://a.example/""#) == true)
    }

    @Test func `finds the addresses of a server`() async throws {
        let text = """
            {"issuer":"https://polar.sh","authorization_endpoint":"https://polar.sh/oauth2/authorize",\
            "token_endpoint":"https://api.polar.sh/v1/oauth2/token","jwks_uri":"https://api.polar.sh/.well-known/jwks.json"}
            """
        try await withScriptedPolar({ _ in .json(200, text) }) { polar, server in
            let discovery = try await OAuth2Registrar(server: server, logger: .silent).discovery()
            #expect(discovery.issuer == "https://polar.sh")
            #expect(discovery.tokenEndpoint == "https://api.polar.sh/v1/oauth2/token")
            #expect(discovery.keysURI == "https://api.polar.sh/.well-known/jwks.json")
            #expect(discovery.revocationEndpoint == nil)
            #expect(polar.requests.map(\.line) == ["GET /.well-known/openid-configuration"])
        }
    }
}
