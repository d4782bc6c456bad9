import Foundation
import HTTPClient
import Logging
import PolarAPI
import Testing

/// An OAuth 2.0 server of Authlib, the library that Polar uses, with somebody who allows everything.
struct AuthlibServer {
    static let redirectURI = "http://127.0.0.1:8765/callback"
    static let scope = ["openid", "webhooks:read", "webhooks:write", "customers:read"]

    static let post = OAuth2Credentials(
        clientID: "polar_ci_post",
        authentication: .secretPost(ClientSecret("polar_cs_post"))
    )
    static let basic = OAuth2Credentials(
        clientID: "polar ci:basic",
        authentication: .secretBasic(ClientSecret("s+ %&=:ü"))
    )
    static let open = OAuth2Credentials(clientID: "polar_ci_public")

    let polar: PolarServer
    private let program: ChildProgram

    static func start() async throws -> AuthlibServer {
        let python = try #require(ProcessInfo.processInfo.environment["PYTHON"], "PYTHON: see 'make test'")
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
        let program = try ChildProgram(python, ["-m", "authlib_server"], folder: folder)
        let port = try #require(await program.lines.first { _ in true }, "the server has ended")
        let url = "http://127.0.0.1:\(port)"
        return AuthlibServer(polar: try PolarServer(apiURL: url, webURL: url), program: program)
    }

    func client(_ credentials: OAuth2Credentials) -> OAuth2Client {
        OAuth2Client(server: polar, credentials: credentials, logger: .silent)
    }

    /// What the browser comes back with.
    func code(_ client: OAuth2Client, verifier: PKCEVerifier?, scope: [String] = Self.scope) async throws -> String {
        let request = AuthorizationRequest(
            redirectURI: Self.redirectURI,
            scope: scope,
            state: "a-state",
            challenge: try verifier?.challenge()
        )
        let answer = try await send(.get, client.authorizeURL(request))
        let location = try #require(answer["location"])
        let items = try #require(URLComponents(string: location)?.queryItems)
        #expect(location.hasPrefix(Self.redirectURI))
        #expect(items.first { $0.name == "state" }?.value == "a-state")
        return try #require(items.first { $0.name == "code" }?.value)
    }

    /// Tokens of a sign-in.
    func tokens(_ client: OAuth2Client) async throws -> TokenPair {
        let verifier = PKCEVerifier()
        let code = try await code(client, verifier: verifier)
        return try await client.token(
            .authorizationCode(code: code, redirectURI: Self.redirectURI, verifier: verifier)
        )
    }

    func moveClock(seconds: Int) async throws {
        _ = try await send(.post, polar.apiURL + "/control/clock", form: "seconds=\(seconds)")
    }

    /// How many requests for tokens there were.
    func tokenRequests() async throws -> Int {
        let answer = try await send(.get, polar.apiURL + "/control/token-requests")
        return try #require(Int(String(decoding: answer.body, as: UTF8.self)))
    }

    private func send(
        _ method: ClientRequest.Method,
        _ url: String,
        form: String? = nil
    ) async throws -> ClientResponse {
        var request = ClientRequest(method, url: url, timeout: .seconds(300))
        if let form {
            request.headers = [("content-type", "application/x-www-form-urlencoded")]
            request.body = Array(form.utf8)
        }
        return try await Client().send(request)
    }
}

extension Logger {
    static let silent = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
}
