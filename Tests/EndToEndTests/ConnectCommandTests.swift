import Foundation
import HTTPClient
import PolarSimulator
import Testing

/// Signing in, with a test in the place of a person and a browser.
struct ConnectCommandTests {
    /// What a person does on Polar's page; where that leads to.
    private static func answer(_ action: String, at address: String) async throws -> String {
        let parts = try #require(address.split(separator: "?", maxSplits: 1).last)
        let answer = try await post(Array("\(parts)&action=\(action)".utf8), to: String(address.prefix { $0 != "?" }))
        return try #require(answer["location"])
    }

    private static func open(_ address: String) async throws -> Int {
        try await Client().send(ClientRequest(url: address, timeout: .seconds(300))).status
    }

    private static func environment(_ bench: SimulatedPolar) -> [String: String] {
        var environment = bench.environment
        environment["POLAR_ACCESS_TOKEN_FILE"] = nil
        environment["POLAR_TOKEN_FILE"] = "tokens.json"
        return environment
    }

    @Test func `keeps the tokens of a sign-in, and uses them`() async throws {
        try await SimulatedPolar.run { bench in
            let environment = Self.environment(bench)
            let connect = try bench.workspace.start(["connect"], environment: environment)
            let address = try #require(await connect.output.first { $0.hasPrefix("http") }, "\(connect.errors.all)")
            let callback = try await Self.answer("allow", at: address)
            let forged = callback.replacing("state=", with: "state=x")
            #expect(try await Self.open(forged) == 400)
            #expect(try await Self.open(callback) == 200)
            #expect(await connect.exitStatus() == 0)
            #expect(try bench.workspace.mode(of: "tokens.json") == 0o600)
            let list = try await bench.workspace.run(["endpoints", "list"], environment: environment)
            #expect(list.status == 0, "\(list.errors)")
            #expect(!connect.output.all.contains { $0.contains("polar_at_") || $0.contains("polar_rt_") })
        }
    }

    @Test func `knows of a refresh that was killed before the new tokens were kept`() async throws {
        try await SimulatedPolar.run { bench in
            let environment = Self.environment(bench)
            let connect = try bench.workspace.start(["connect"], environment: environment)
            let address = try #require(await connect.output.first { $0.hasPrefix("http") }, "\(connect.errors.all)")
            #expect(try await Self.open(try await Self.answer("allow", at: address)) == 200)
            #expect(await connect.exitStatus() == 0)

            // Polar answers, and the answer never arrives.
            let silent = try SilentServer()
            try Self.changeTokens(bench.workspace, server: silent.url, expiry: "2026-01-01T00:00:00Z")
            let killed = try bench.workspace.start(["endpoints", "list"], environment: environment)
            let request = try #require(await silent.nextBody())
            #expect(try await Self.post(request, to: "\(bench.polar.url)/v1/oauth2/token").status == 200)
            killed.signal(SIGKILL)
            #expect(await killed.exitStatus() == SIGKILL)
            await silent.stop()

            try Self.changeTokens(bench.workspace, server: bench.polar.url)
            let next = try await bench.workspace.run(["endpoints", "list"], environment: environment)
            #expect(next.status == 1)
            let sentence = try #require(next.errors.first)
            #expect(sentence.contains("ended before the new ones were kept"))
            #expect(sentence.contains("polar-receiver connect"))
        }
    }

    /// Changes what the file of tokens says of Polar and of their end.
    private static func changeTokens(_ workspace: Workspace, server: String, expiry: String? = nil) throws {
        var content = try #require(
            try JSONSerialization.jsonObject(with: Data(workspace.text(of: "tokens.json").utf8)) as? [String: Any]
        )
        content["api_url"] = server
        if let expiry {
            var tokens = try #require(content["tokens"] as? [String: Any])
            tokens["expires_at"] = expiry
            content["tokens"] = tokens
        }
        let text = String(decoding: try JSONSerialization.data(withJSONObject: content), as: UTF8.self)
        _ = try workspace.writePrivate(text, to: "tokens.json")
    }

    private static func post(_ form: [UInt8], to address: String) async throws -> ClientResponse {
        var request = ClientRequest(.post, url: address, timeout: .seconds(300))
        request.headers = [("content-type", "application/x-www-form-urlencoded")]
        request.body = form
        return try await Client().send(request)
    }

    @Test func `says that access was not allowed`() async throws {
        try await SimulatedPolar.run { bench in
            let connect = try bench.workspace.start(["connect"], environment: Self.environment(bench))
            let address = try #require(await connect.output.first { $0.hasPrefix("http") }, "\(connect.errors.all)")
            _ = try await Self.open(try await Self.answer("deny", at: address))
            #expect(await connect.exitStatus() == 1)
            #expect(await connect.errors.first { $0.contains("Access was not allowed") } != nil)
            #expect(!bench.workspace.files.contains("tokens.json"))
        }
    }

    @Test func `checks an access token`() async throws {
        try await SimulatedPolar.run { bench in
            let good = try await bench.command("connect", "--access-token-file", "token")
            #expect(good.output.first == "Connected to Simulated, which has 0 webhook endpoints.")
            bench.polar.revoke(bench.polar.accessToken)
            let bad = try await bench.command("connect", "--access-token-file", "token")
            #expect(bad.status == 1)
            #expect(!bad.errors.contains { $0.contains("polar_oat_") })
        }
    }
}
