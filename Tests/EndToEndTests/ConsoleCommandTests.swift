import Foundation
import HTTPClient
import Testing

/// The token of a console and the links that sign in, with the real program.
@Suite(.timeLimit(.minutes(5)))
struct ConsoleCommandTests {
    private static let secret = ["POLAR_WEBHOOK_SECRET": Workspace.secret]
    private static let token = "correct-horse-battery-staple"

    @Test func `makes a token beside the database at the first start, and keeps it`() async throws {
        let workspace = try Workspace()
        var receiver = try await RunningReceiver(in: workspace)
        #expect(try workspace.mode(of: "data/receiver.db.token") == 0o600)
        let token = try workspace.text(of: "data/receiver.db.token")
        #expect(token.wholeMatch(of: /[0-9a-f]{64}\n/) != nil)
        let bearer = ["authorization": "Bearer \(token.dropLast())"]
        for path in ["/", "/messages", "/live", "/api/v1/status", "/api/v1/messages/1/body"] {
            #expect(try await status(receiver, path) != 200, "\(path)")
        }
        #expect(try await status(receiver, "/api/v1/status") == 401)
        #expect(try await status(receiver, "/api/v1/status", bearer) == 200)
        for path in ["/metrics", "/healthz", "/readyz"] { #expect(try await status(receiver, path) == 200, "\(path)") }
        #expect(await receiver.stop() == 0)
        receiver = try await RunningReceiver(in: workspace)
        #expect(try workspace.text(of: "data/receiver.db.token") == token)
        #expect(try await status(receiver, "/api/v1/status", bearer) == 200)
        #expect(await receiver.stop() == 0)
        #expect(!receiver.child.output.all.contains { $0.contains(token.dropLast()) })
    }

    @Test func `prints a link that signs in once`() async throws {
        let workspace = try Workspace()
        let receiver = try await RunningReceiver(in: workspace)
        let result = try await workspace.run(["console"], environment: Self.secret)
        #expect(result.status == 0)
        #expect(result.errors == [])
        let link = try #require(result.output.first)
        #expect(link.hasPrefix("http://127.0.0.1:\(try await receiver.adminPort)/sign-in?code="))
        #expect(try await page(link).status == 303)
        #expect(try await page(link).status == 403)
        #expect(await receiver.stop() == 0)
        // The code is in no line of the log.
        let code = try #require(link.split(separator: "=").last)
        #expect(!receiver.child.output.all.contains { $0.contains(code) })
        let late = try await workspace.run(["console"], environment: Self.secret)
        #expect(late.status == 1)
        #expect(late.errors.count == 1)
        #expect(late.errors.first?.contains("polar-receiver serve") == true)
    }

    @Test func `signs in with what the link has set`() async throws {
        let workspace = try Workspace()
        let receiver = try await RunningReceiver(in: workspace)
        let link = try #require(try await workspace.run(["console"], environment: Self.secret).output.first)
        let cookie = try #require(try await page(link)["set-cookie"])
        for attribute in ["HttpOnly", "SameSite=Strict", "Path=/"] { #expect(cookie.contains(attribute)) }
        let fields = ["cookie": String(cookie.prefix { $0 != ";" })]
        #expect(try await status(receiver, "/", fields) == 200)
        #expect(try await status(receiver, "/api/v1/status", fields) == 200)
        #expect(await receiver.stop() == 0)
    }

    @Test func `prints the link of serve --dev`() async throws {
        let workspace = try Workspace()
        let receiver = try await RunningReceiver(in: workspace, ["--dev"], environment: [:])
        let line = await receiver.child.output.first { $0.contains("/sign-in?code=") }
        let link = try #require(line).trimmingCharacters(in: .whitespaces)
        #expect(try await page(link).status == 303)
        #expect(await receiver.stop() == 0)
    }

    @Test func `prints a link for an inbox in memory, whose token is in no file`() async throws {
        let workspace = try Workspace()
        let environment = Self.secret.merging(["DATABASE_URL": "memory:"]) { $1 }
        let receiver = try await RunningReceiver(in: workspace, environment: environment)
        let line = await receiver.child.errors.first { $0.contains("/sign-in?code=") }
        let link = try #require(line?.split(separator: " ").last.map(String.init))
        #expect(try await page(link).status == 303)
        #expect(try await status(receiver, "/api/v1/status") == 401)
        #expect(workspace.files == [])
        #expect(try await workspace.run(["console"], environment: environment).status == 78)
        #expect(await receiver.stop() == 0)
    }

    @Test func `needs the token for metrics and probes where others reach them`() async throws {
        let workspace = try Workspace()
        let environment = Self.secret.merging(["ADMIN_HOST": "0.0.0.0", "ADMIN_TOKEN": Self.token]) { $1 }
        let receiver = try await RunningReceiver(in: workspace, environment: environment)
        for path in ["/metrics", "/healthz", "/readyz", "/api/v1/status"] {
            #expect(try await status(receiver, path) == 401, "\(path)")
            #expect(try await status(receiver, path, ["authorization": "Bearer \(Self.token)"]) == 200, "\(path)")
        }
        #expect(!workspace.files.contains("data/receiver.db.token"))
        let link = try #require(try await workspace.run(["console"], environment: environment).output.first)
        #expect(try await page(link).status == 303)
        #expect(await receiver.stop() == 0)
    }

    @Test func `says that a token file is of no use`() async throws {
        let workspace = try Workspace()
        try FileManager.default.createDirectory(
            at: workspace.folder.appending(path: "data"),
            withIntermediateDirectories: true
        )
        _ = try workspace.writePrivate("short\n", to: "data/receiver.db.token")
        let environment = Self.secret.merging(["PORT": "0", "ADMIN_PORT": "0"]) { $1 }
        let result = try await workspace.run(["serve"], environment: environment)
        #expect(result.status == 78)
        #expect(result.errors.count == 1)
        #expect(result.errors.first?.contains("data/receiver.db.token") == true)
    }

    private func status(
        _ receiver: RunningReceiver,
        _ path: String,
        _ fields: [String: String] = [:]
    ) async throws -> Int {
        try await page("http://127.0.0.1:\(receiver.adminPort)\(path)", fields).status
    }

    private func page(_ url: String, _ fields: [String: String] = [:]) async throws -> ClientResponse {
        var request = ClientRequest(url: url, timeout: .seconds(300))
        request.headers = fields.map { (name: $0.key, value: $0.value) }
        return try await Client().send(request)
    }
}
