import Foundation
import Testing

/// The receiver with TLS: its settings, its own commands, curl, and new certificates at SIGHUP.
@Suite(.timeLimit(.minutes(6)))
struct TLSTests {
    private static let settings = [
        "POLAR_WEBHOOK_SECRET": Workspace.secret, "TLS_CERTIFICATE_FILE": "tls.pem", "TLS_KEY_FILE": "tls.key",
    ]

    private let workspace: Workspace

    init() async throws {
        workspace = try Workspace()
        try await makeCertificate("first", days: 30)
    }

    @Test func `takes events, and its own commands find it`() async throws {
        let receiver = try await RunningReceiver(in: workspace, environment: Self.settings)
        let environment = Self.settings.merging(["PORT": "\(receiver.port)"]) { $1 }
        let health = try await workspace.run(["healthcheck"], environment: environment)
        #expect(health.status == 0, "\(health.errors)")
        let sent = try await workspace.run(["send", "order.paid", "--id", "secure"], environment: environment)
        #expect(sent.output == [#"order.paid secure -> 202 {"result":"accepted"}"#], "\(sent.errors)")
        #expect(await receiver.hasDelivered("secure"))
        #expect(await receiver.stop() == 0)
    }

    @Test func `says that a certificate is not trusted`() async throws {
        let receiver = try await RunningReceiver(in: workspace, environment: Self.settings)
        let url = "https://127.0.0.1:\(receiver.port)/webhooks/polar"
        let sent = try await workspace.run(["send", "--url", url], environment: Self.settings)
        #expect(sent.status == 1)
        #expect(sent.errors.first?.contains("not trusted") == true, "\(sent.errors)")
        #expect(await receiver.stop() == 0)
    }

    @Test func `takes a new certificate at SIGHUP, and keeps the old one if the new one is none`() async throws {
        let receiver = try await RunningReceiver(in: workspace, environment: Self.settings)
        #expect(try await curl(receiver) == 0)
        let first = workspace.folder.appending(path: "first.pem")
        try FileManager.default.copyItem(at: workspace.folder.appending(path: "tls.pem"), to: first)

        _ = try workspace.write("no certificate", to: "tls.pem")
        receiver.child.signal(SIGHUP)
        #expect(await receiver.logs("Cannot use the new configuration, the one so far stays in force"))
        #expect(try await curl(receiver, root: "first.pem") == 0)

        try await makeCertificate("second", days: 3)
        receiver.child.signal(SIGHUP)
        #expect(await receiver.logs("Read the configuration again"))
        #expect(await receiver.logs("The TLS certificate ends soon; replace its files"))
        #expect(try await curl(receiver) == 0)
        #expect(try await curl(receiver, root: "first.pem") == 60, "curl still trusts the first one")
        #expect(await receiver.stop() == 0)
    }

    @Test func `keeps a valid certificate when the new one has ended, and starts with one that has`() async throws {
        let receiver = try await RunningReceiver(in: workspace, environment: Self.settings)
        let first = workspace.folder.appending(path: "first.pem")
        try FileManager.default.copyItem(at: workspace.folder.appending(path: "tls.pem"), to: first)
        #expect(try await run("/usr/bin/openssl", "x509 -in tls.pem -signkey tls.key -days -1 -out ended.pem") == 0)
        let ended = try String(contentsOf: workspace.folder.appending(path: "ended.pem"), encoding: .utf8)
        _ = try workspace.write(ended, to: "tls.pem")
        receiver.child.signal(SIGHUP)
        #expect(await receiver.logs("Cannot use the new configuration, the one so far stays in force"))
        #expect(try await curl(receiver, root: "first.pem") == 0)
        #expect(await receiver.stop() == 0)

        let check = try await workspace.run(["config", "check"], environment: Self.settings)
        #expect(check.status == 0)
        #expect(check.errors.first?.contains("The TLS certificate has ended") == true, "\(check.errors)")
        let restarted = try await RunningReceiver(in: workspace, environment: Self.settings)
        #expect(
            await restarted.logs("The TLS certificate has ended, so that Polar refuses to connect; replace its files")
        )
        #expect(await restarted.stop() == 0)
    }

    @Test(arguments: [
        (["TLS_CERTIFICATE_FILE": "missing.pem"], "Cannot read the TLS file missing.pem"),
        (["TLS_KEY_FILE": "tls.pem"], "no usable private key"),
        (["TLS_PKCS12_FILE": "tls.p12"], "unset the other"),
    ])
    func `refuses files that do not fit, with exit code 78`(own: [String: String], sentence: String) async throws {
        for command in [["serve"], ["config", "check"]] {
            let result = try await workspace.run(command, environment: Self.settings.merging(own) { $1 })
            #expect(result.status == 78)
            #expect(result.errors.count == 1)
            #expect(result.errors.first?.contains(sentence) == true, "\(result.errors)")
        }
        #expect(!workspace.files.contains("data"))
    }

    @Test func `is not ended by SIGHUP without TLS either`() async throws {
        let receiver = try await RunningReceiver(in: workspace)
        receiver.child.signal(SIGHUP)
        let environment = ["POLAR_WEBHOOK_SECRET": Workspace.secret, "PORT": "\(receiver.port)"]
        #expect(try await workspace.run(["healthcheck"], environment: environment).status == 0)
        #expect(await receiver.stop() == 0)
    }

    /// Makes `tls.pem` and `tls.key` anew.
    private func makeCertificate(_ name: String, days: Int) async throws {
        let arguments = """
            req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days \(days) -subj /CN=\(name) \
            -addext subjectAltName=DNS:localhost -keyout tls.key -out tls.pem
            """
        #expect(try await run("/usr/bin/openssl", arguments) == 0)
    }

    /// The exit status of curl, which asks the receiver whether it is ready.
    private func curl(_ receiver: RunningReceiver, root: String = "tls.pem") async throws -> Int32 {
        let url = "https://localhost:\(receiver.port)/readyz"
        return try await run("/usr/bin/curl", "--silent --fail --ipv4 --cacert \(root) \(url)")
    }

    private func run(_ program: String, _ arguments: String) async throws -> Int32 {
        let words = arguments.split(separator: " ").map(String.init)
        return try await ChildProcess(
            URL(filePath: program),
            words,
            environment: ["PATH": "/usr/bin:/bin"],
            folder: workspace.folder
        ).exitStatus()
    }
}
