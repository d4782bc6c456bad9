import Foundation
import PolarReceiverTesting
import Testing

/// The commands beside `serve`, as a user runs them.
struct CommandTests {
    private static let secret = ["POLAR_WEBHOOK_SECRET": Workspace.secret]
    private static let vectorBody = Array(
        #"{"type":"customer.updated","timestamp":"2026-11-23T10:00:00.123456Z","api_version":"2026-10","data":{"name":"Zoë"}}"#
            .utf8
    )
    private static let vectorID = "5f1d7a3e-9c7b-4e0a-8f5d-2b6c1a0e4d3f"
    private static let vectorTimestamp = "1795428000"
    private static let vectorSignature = "v1,AQfLSgANF8XXv1kkPiSvNCAFsBOb7qRS7qw04Qu7T9M="

    @Test func `shows the way from serve --dev to send`() async throws {
        let workspace = try Workspace()
        let receiver = try await RunningReceiver(in: workspace, ["--dev"], environment: [:])
        let file = workspace.folder.appending(path: "data/dev-secret").path
        let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        for type in ["order.paid", "customer.state_changed"] {
            let result = try await workspace.run(["send", type, "--url", receiver.url])
            #expect(result.status == 0, "\(result.errors)")
            #expect(result.output.first?.hasSuffix(#"-> 202 {"result":"accepted"}"#) == true)
        }
        #expect(await receiver.child.output.first { $0.contains(#""message":"Delivered""#) } != nil)
        #expect(await receiver.stop() == 0)
        let restarted = try await RunningReceiver(in: workspace, ["--dev"], environment: [:])
        #expect(try await workspace.run(["send", "--url", restarted.url]).status == 0)
        #expect(await restarted.stop() == 0)
    }

    @Test func `sends to the configured port and path`() async throws {
        let workspace = try Workspace()
        _ = try workspace.write("endpoints:\n  shop:\n    path: /hooks/\n", to: "receiver.yaml")
        let environment = Self.secret.merging(["CONFIG_FILE": "receiver.yaml"]) { $1 }
        let receiver = try await RunningReceiver(in: workspace, environment: environment)
        let own = environment.merging(["PORT": "\(receiver.port)", "HOST": "127.0.0.1"]) { $1 }
        #expect(try await workspace.run(["send"], environment: own).status == 0)
        let health = try await workspace.run(["healthcheck"], environment: own)
        #expect(health.status == 0)
        #expect(health.output.first?.contains(#""status":"ok""#) == true)
        #expect(await receiver.stop() == 0)
        let refused = try await workspace.run(["send"], environment: own)
        #expect(refused.status == 1)
        #expect(refused.errors.first?.contains("is the receiver running") == true)
        #expect(try await workspace.run(["healthcheck"], environment: own).status == 1)
    }

    @Test func `sends through the proxy of the environment, unless that leaves the host out`() async throws {
        let workspace = try Workspace()
        let receiver = try await RunningReceiver(in: workspace)
        // The receiver takes the request that a proxy would get, which names the whole address.
        let proxy = ["http_proxy": "http://127.0.0.1:\(receiver.port)"].merging(Self.secret) { $1 }
        let arguments = ["send", "--url", "http://receiver.invalid/webhooks/polar"]
        let sent = try await workspace.run(arguments, environment: proxy)
        #expect(sent.status == 0, "\(sent.errors)")
        let direct = try await workspace.run(arguments, environment: proxy.merging(["no_proxy": ".invalid"]) { $1 })
        #expect(direct.status == 1)
        #expect(direct.errors.first?.contains("its name cannot be resolved") == true, "\(direct.errors)")
        // Nothing listens there, and a loopback address needs no proxy.
        let unused = ["http_proxy": "http://127.0.0.1:1"].merging(Self.secret) { $1 }
        #expect(try await workspace.run(["send", "--url", receiver.url], environment: unused).status == 0)
        #expect(await receiver.stop() == 0)
    }

    @Test func `refuses to send what it has no sample of`() async throws {
        let result = try await Workspace().run(["send", "order.payd"], environment: Self.secret)
        #expect(result.status == 64)
        #expect(result.errors.first?.contains("did you mean order.paid?") == true)
    }

    @Test func `says why an event was not taken`() async throws {
        let workspace = try Workspace()
        let receiver = try await RunningReceiver(in: workspace)
        let secretFile = try workspace.write("another secret, long enough\n", to: "secret")
        let result = try await workspace.run(["send", "--url", receiver.url, "--secret-file", secretFile])
        #expect(result.status == 1)
        #expect(result.output.first?.contains(#"403 {"error":"signature_mismatch"}"#) == true)
        #expect(result.errors.first?.contains("its secret") == true)
        #expect(await receiver.stop() == 0)
    }

    @Test func `verifies what Polar signed, by either rule`() async throws {
        let arguments = [
            "verify", "--id", Self.vectorID, "--timestamp", Self.vectorTimestamp, "--signature", Self.vectorSignature,
            "-",
        ]
        let good = try await Workspace().run(arguments, environment: Self.secret, input: Self.vectorBody)
        #expect(good.status == 0)
        #expect(good.output == ["Verified by secret 1 of 1, its base64 part decoded to the key."])
        let altered = try await Workspace().run(arguments, environment: Self.secret, input: Self.vectorBody + [32])
        #expect(altered.status == 1)
        #expect(altered.errors.first?.hasPrefix("signature_mismatch: ") == true)
        let aged = try await Workspace().run(
            arguments + ["--tolerance", "300"],
            environment: Self.secret,
            input: Self.vectorBody
        )
        #expect(aged.status == 1)
    }

    private static let right = VerifyArguments()
    private static let mistakes: [(VerifyArguments, String)] = [
        (right.with(body: vectorBody + [10]), "without the line end behind the body"),
        (right.with(body: vectorBody + [13, 10]), "without the line end behind the body"),
        (right.with(body: [0xEF, 0xBB, 0xBF] + vectorBody), "byte order mark"),
        (right.with(body: pretty), "written without white space"),
        (right.with(signature: "\"\(vectorSignature)\""), "quotation marks"),
        (right.with(signature: "webhook-signature:\(vectorSignature)"), "quotation marks"),
        (right.with(signature: String(vectorSignature.dropFirst(3))), "'v1,' before the signature"),
        (right.with(signature: String(vectorSignature.dropLast())), "padding"),
        (right.with(id: vectorTimestamp, timestamp: vectorID), "each other's place"),
        (right.with(id: " \(vectorID)"), "quotation marks and blanks"),
        (right.with(timestamp: vectorTimestamp + "000"), "milliseconds"),
        (right.with(secret: "\(Workspace.secret) # production"), "comment"),
        (right.with(signature: "'\(vectorSignature)'", body: vectorBody + [10]), "around the headers"),
        (right.with(secret: "whsec_\(String(repeating: "A", count: 43))="), "No signature fits"),
        (right.with(body: vectorBody.dropLast() + [33]), "No signature fits"),
    ]

    /// The body as `json.dumps(…, indent=2)` of Python would write it.
    private static let pretty = Array(
        """
        {
          "type": "customer.updated",
          "timestamp": "2026-11-23T10:00:00.123456Z",
          "api_version": "2026-10",
          "data": {
            "name": "Zo\\u00eb"
          }
        }
        """.utf8
    )

    @Test(arguments: mistakes.indices) func `names the mistake because of which nothing fits`(index: Int) async throws {
        let (arguments, words) = Self.mistakes[index]
        let result = try await Workspace().run(arguments.all, environment: [:], input: arguments.body)
        #expect(result.status == 1)
        #expect(result.errors.count == 1)
        #expect(result.errors.first?.contains(words) == true, "\(result.errors)")
        #expect(result.errors.first?.contains(Workspace.secret) == false)
    }

    /// What is given to `verify`.
    private struct VerifyArguments {
        var id = vectorID
        var timestamp = vectorTimestamp
        var signature = vectorSignature
        var secret = Workspace.secret
        var body = vectorBody

        var all: [String] {
            ["verify", "--secret=\(secret)", "--id=\(id)", "--timestamp=\(timestamp)", "--signature=\(signature)"]
        }

        func with(
            id: String? = nil,
            timestamp: String? = nil,
            signature: String? = nil,
            secret: String? = nil,
            body: [UInt8]? = nil
        ) -> VerifyArguments {
            var copy = self
            copy.id = id ?? self.id
            copy.timestamp = timestamp ?? self.timestamp
            copy.signature = signature ?? self.signature
            copy.secret = secret ?? self.secret
            copy.body = body ?? self.body
            return copy
        }
    }

    @Test(arguments: ["a.b", "", "a b", "Zoë", String(repeating: "x", count: 257)])
    func `signs and sends nothing with an id that no receiver takes`(id: String) async throws {
        for command in ["sign", "send"] {
            let result = try await Workspace().run([command, "--id", id], environment: Self.secret, input: [])
            #expect(result.status == 64)
            let sentence = id.isEmpty ? "--id has an empty value" : "--id must be"
            #expect(result.errors.first?.contains(sentence) == true, "\(result.errors)")
        }
    }

    @Test func `warns about a secret file that others can read`() async throws {
        let workspace = try Workspace()
        let file = try workspace.write("\(Workspace.secret)\n", to: "secret")
        for (mode, count) in [(0o600, 0), (0o644, 1)] {
            chmod(file, mode_t(mode))
            let result = try await workspace.run(["sign", "--secret-file", file], environment: [:], input: [])
            #expect(result.status == 0)
            #expect(result.output.count == 3)
            #expect(result.errors.filter { $0.hasPrefix("Warning: ") && $0.contains(file) }.count == count)
        }
    }

    @Test func `signs as Polar does`() async throws {
        let arguments = ["sign", "--id", Self.vectorID, "--timestamp", Self.vectorTimestamp]
        let result = try await Workspace().run(arguments, environment: Self.secret, input: Self.vectorBody)
        #expect(
            result.output == [
                "webhook-id: \(Self.vectorID)", "webhook-timestamp: \(Self.vectorTimestamp)",
                "webhook-signature: \(Self.vectorSignature)",
            ]
        )
    }

    @Test func `checks a configuration without starting anything`() async throws {
        let workspace = try Workspace()
        let result = try await workspace.run(["config", "check"], environment: Self.secret)
        #expect(result.status == 0)
        #expect(
            result.output == [
                "The configuration is valid: polar at /webhooks/polar; handlers log; database sqlite:data/receiver.db."
            ]
        )
        #expect(workspace.files == [])
    }

    @Test func `describes every key of the reference file`() async throws {
        let reference = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "../../config/receiver.yaml"
        )
        let result = try await Workspace().run(
            ["config", "check", "--config", reference.path],
            environment: Self.secret
        )
        #expect(result.status == 0, "\(result.errors)")
    }

    @Test func `prints its version`() async throws {
        #expect(try await Workspace().run(["version"]).output == ["polar-receiver 0.1.0"])
        #expect(try await Workspace().run(["--version"]).output == ["0.1.0"])
    }

    @Test func `takes secrets as arguments for trials only`() async throws {
        struct Help: Decodable {
            struct Name: Decodable { let name: String }
            struct Argument: Decodable {
                let kind: String
                let names: [Name]?
            }
            struct Command: Decodable {
                let commandName: String
                let arguments: [Argument]?
                let subcommands: [Command]?

                /// The options that take a secret itself, each behind its command.
                var secrets: [String] {
                    let own = (arguments ?? []).filter { $0.kind == "option" }.flatMap { $0.names ?? [] }.map(\.name)
                    let words = ["secret", "token", "password", "key"]
                    let kept = own.filter { name in words.contains { name.contains($0) } && !name.hasSuffix("-file") }
                    return (kept + (subcommands ?? []).flatMap(\.secrets)).map { "\(commandName) \($0)" }
                }
            }
            let command: Command
        }
        let dump = try await Workspace().run(["--experimental-dump-help"])
        let help = try JSONDecoder().decode(Help.self, from: Data(dump.output.joined().utf8))
        #expect(help.command.secrets == ["send", "verify", "sign"].map { "polar-receiver \($0) secret" })
    }

    @Test(arguments: [["serv"], ["serve", "--port"], ["verify"], ["send", "--secret", "a", "--secret-file", "b"]])
    func `ends with 64 on wrong usage`(arguments: [String]) async throws {
        #expect(try await Workspace().run(arguments).status == 64)
    }
}
