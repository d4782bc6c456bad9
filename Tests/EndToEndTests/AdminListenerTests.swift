import Foundation
import HTTPClient
import Testing

/// The admin listener of the real program, before strangers.
@Suite(.timeLimit(.minutes(5)))
struct AdminListenerTests {
    private static let token = "correct-horse-battery-staple"

    /// Forms of more than a mebibyte, as the head and the first bytes say.
    private static let oversized = [
        "Content-Length: 1048577\r\n\r\n", "Content-Length: 99999999999999999999\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n100001\r\n",
    ]

    @Test(arguments: ["/sign-in", "/messages/1/replay", "/api/v1/messages/replay"], oversized)
    func `refuses a form that is too long before it reads it`(path: String, rest: String) async throws {
        try await withAdmin { port async throws in
            let connection = try OpenConnection(port: port)
            try connection.send(
                "POST \(path) HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\n\(rest)"
            )
            let line = try await connection.statusLine()
            #expect(line.hasPrefix("HTTP/1.1 4"), "\(line)")
            #expect(try await status(port, "/healthz") == 200)
        }
    }

    @Test func `reads no more than some fields of a form of many`() async throws {
        try await withAdmin { port async throws in
            let many = String(repeating: "a=b&", count: 250_000)
            #expect(try await status(port, "/sign-in", form: many + "token=\(Self.token)") == 403)
            #expect(try await status(port, "/sign-in", form: "token=\(Self.token)&" + many) == 303)
        }
    }

    /// Runs a receiver whose console has a token.
    private func withAdmin(_ body: (Int) async throws -> Void) async throws {
        let workspace = try Workspace()
        let environment = ["POLAR_WEBHOOK_SECRET": Workspace.secret, "ADMIN_TOKEN": Self.token]
        let receiver = try await RunningReceiver(in: workspace, environment: environment)
        try await body(receiver.adminPort)
        #expect(await receiver.stop() == 0)
    }

    private func status(_ port: Int, _ path: String, form: String? = nil) async throws -> Int {
        var request = ClientRequest(url: "http://127.0.0.1:\(port)\(path)", timeout: .seconds(300))
        if let form {
            request.method = .post
            request.headers = [("content-type", "application/x-www-form-urlencoded")]
            request.body = Array(form.utf8)
        }
        return try await Client().send(request).status
    }
}
