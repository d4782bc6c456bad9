import EventStoreSQLite
import Foundation
import Testing

/// Starting, failing to start, and stopping: one sentence with the remedy, the right exit code, nothing half made.
struct StartTests {
    private static let secret = ["POLAR_WEBHOOK_SECRET": Workspace.secret]

    @Test(
        arguments: [
            ([:], "No webhook secret is set"),
            (["POLAR_WEBHOOK_SECRET": ""], "A webhook secret is empty"),
            (["POLAR_WEBHOOK_SECRET": "whpk_AAAA"], "not an Ed25519 public key"),
            (["POLAR_WEBHOOK_SECRET_FILE": "missing"], "Cannot read the secret file missing"),
            (secret.merging(["PORT": "http"]) { $1 }, "port (environment PORT) is http, it must be a whole number"),
            (secret.merging(["PORT": "65536"]) { $1 }, "from 0 to 65535"),
            (secret.merging(["DATABASE_URL": "mysql://u:hunter2@h/d"]) { $1 }, "must be sqlite: and the path"),
            (secret.merging(["LOG_LEVEL": "loud"]) { $1 }, "one of trace, debug, info"),
            (secret.merging(["HTTP_HEAD_TIMEOUT": "0"]) { $1 }, "http.head_timeout (environment HTTP_HEAD_TIMEOUT)"),
            (secret.merging(["CONFIG_FILE": "missing.yaml"]) { $1 }, "Cannot read the configuration file missing.yaml"),
        ] as [([String: String], String)]
    )
    func `refuses a wrong configuration with exit code 78`(environment: [String: String], sentence: String) async throws
    {
        let workspace = try Workspace()
        let result = try await workspace.run(["serve"], environment: environment)
        #expect(result.status == 78)
        #expect(result.errors.count == 1)
        #expect(result.errors.first?.contains(sentence) == true, "\(result.errors)")
        #expect(result.errors.first?.contains("hunter2") == false)
        #expect(workspace.files == [])
    }

    @Test(arguments: [
        ("prot: 80", "The key prot in receiver.yaml is unknown; did you mean port?"),
        ("http:\n  body_limits: 3", "did you mean http.body_limit?"),
        ("endpoints:\n  polar:\n    secret: x", "The key endpoints.polar.secret in receiver.yaml is unknown"),
        ("endpoints:\n  Polar Shop:\n    path: /x", "must consist of small letters"),
        ("port: [1, 2]", "The key port in receiver.yaml takes a single value"),
        ("endpoints:\n  polar:\n    secrets: one", "takes a list of texts"),
        ("- port", "must consist of lines like 'port: 8080'"),
        ("port: 'open", "is not valid YAML"),
    ])
    func `refuses a wrong file with exit code 78`(text: String, sentence: String) async throws {
        let workspace = try Workspace()
        _ = try workspace.write(text, to: "receiver.yaml")
        let arguments = ["config", "check", "--config", "receiver.yaml"]
        let result = try await workspace.run(arguments, environment: Self.secret)
        #expect(result.status == 78)
        #expect(result.errors.first?.contains(sentence) == true, "\(result.errors)")
    }

    @Test func `says that another program has the port, and makes no database`() async throws {
        let (first, second) = (try Workspace(), try Workspace())
        let receiver = try await RunningReceiver(in: first)
        let environment = Self.secret.merging(["PORT": "\(receiver.port)", "HOST": "127.0.0.1"]) { $1 }
        let result = try await second.run(["serve"], environment: environment)
        #expect(result.status == 1)
        #expect(
            result.errors == [
                "Cannot listen on 127.0.0.1:\(receiver.port): another program does; stop it or set PORT to a free one."
            ]
        )
        #expect(second.files == [])
        let adminPort = try await receiver.adminPort
        let console = Self.secret.merging(["PORT": "0", "ADMIN_PORT": "\(adminPort)", "HOST": "127.0.0.1"]) { $1 }
        let refused = try await second.run(["serve"], environment: console)
        #expect(refused.status == 1)
        #expect(
            refused.errors == [
                "Cannot listen on 127.0.0.1:\(adminPort): another program does; stop it or set ADMIN_PORT to a free one."
            ]
        )
        #expect(await receiver.stop() == 0)
    }

    @Test func `a second signal ends it at once`() async throws {
        let workspace = try Workspace()
        let receiver = try await RunningReceiver(
            in: workspace,
            environment: [
                "POLAR_WEBHOOK_SECRET": Workspace.secret, "SHUTDOWN_GRACE": "3600", "HTTP_HEAD_TIMEOUT": "3600",
            ]
        )
        // A request that never ends holds up the drain; the one before it tells that both were read.
        let client = try OpenConnection(port: receiver.port)
        try client.send("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\nPOST /webhooks/polar HTTP/1.1\r\nHost: a\r\n")
        while !client.hasAnswer { try await Task.sleep(for: .milliseconds(5)) }
        #expect(await receiver.child.output.first { $0.contains("Listening") } != nil)
        receiver.child.signal(SIGTERM)
        // It drains once nobody can connect any more.
        while (try? OpenConnection(port: receiver.port)) != nil { try await Task.sleep(for: .milliseconds(5)) }
        receiver.child.signal(SIGTERM)
        let status = await receiver.child.exitStatus()
        #expect(status == 128 + SIGTERM)
        // It must not be closed before.
        withExtendedLifetime(client) {}
    }

    @Test func `says that another instance has the database`() async throws {
        let workspace = try Workspace()
        let receiver = try await RunningReceiver(in: workspace)
        let result = try await workspace.run(["serve"], environment: Self.secret.merging(["PORT": "0"]) { $1 })
        #expect(result.status == 1)
        #expect(result.errors.count == 1)
        #expect(result.errors.first?.contains("data/receiver.db") == true, "\(result.errors)")
        #expect(await receiver.stop() == 0)
    }

    @Test func `says that the database cannot be written`() async throws {
        let workspace = try Workspace()
        let file = try workspace.write("a file, no folder", to: "file")
        let environment = Self.secret.merging(["PORT": "0", "DATABASE_URL": "sqlite:\(file)/receiver.db"]) { $1 }
        let result = try await workspace.run(["serve"], environment: environment)
        #expect(result.status == 1)
        #expect(result.errors.count == 1)
        #expect(result.output.isEmpty)
        #expect(workspace.files == ["file"])
    }

    @Test func `says that the database is none`() async throws {
        let workspace = try Workspace()
        let text = String(repeating: "this is no database. ", count: 100)
        _ = try workspace.write(text, to: "receiver.db")
        let environment = Self.secret.merging(["PORT": "0", "DATABASE_URL": "sqlite:receiver.db"]) { $1 }
        let result = try await workspace.run(["serve"], environment: environment)
        #expect(result.status == 1)
        #expect(result.errors.count == 1)
        #expect(try String(contentsOf: workspace.folder.appending(path: "receiver.db"), encoding: .utf8) == text)
    }

    @Test(arguments: [SIGTERM, SIGINT]) func `stops with exit code 0 when asked`(signal: Int32) async throws {
        let workspace = try Workspace()
        let receiver = try await RunningReceiver(in: workspace)
        receiver.child.signal(signal)
        #expect(await receiver.child.exitStatus() == 0)
        #expect(receiver.child.output.all.last?.contains("Stopped") == true)
        #expect(receiver.child.errors.all == [])
    }

    @Test func `writes the port it chose to a file`() async throws {
        let workspace = try Workspace()
        let receiver = try await RunningReceiver(in: workspace, ["--port-file", "port", "--dev"])
        // The guide is printed after the file is written.
        #expect(await receiver.child.output.first { $0.contains("send order.paid --url") } != nil)
        let text = try String(contentsOf: workspace.folder.appending(path: "port"), encoding: .utf8)
        #expect(text == "\(receiver.port)\n")
        #expect(await receiver.stop() == 0)
    }

    @Test func `warns about a secret that looks miscopied, without showing it`() async throws {
        let workspace = try Workspace()
        let receiver = try await RunningReceiver(in: workspace, environment: ["POLAR_WEBHOOK_SECRET": "\"hunter2\""])
        let lines = receiver.child.output.all
        #expect(lines.contains { $0.contains("quotation mark") })
        #expect(lines.contains { $0.contains("fewer than 16 characters") })
        #expect(!lines.contains { $0.contains("hunter2") })
        #expect(await receiver.stop() == 0)
    }
}
