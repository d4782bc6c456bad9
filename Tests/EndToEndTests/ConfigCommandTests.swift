import Foundation
import Testing

/// `config show` and `config reference`, and a running receiver that reads its configuration again.
@Suite(.timeLimit(.minutes(6)))
struct ConfigCommandTests {
    private struct Line: Decodable {
        let key: String
        let value: String?
        let source: String
        let secrets: Int?
        let reloaded: Bool
    }

    private let workspace: Workspace

    init() throws {
        workspace = try Workspace()
    }

    @Test func `shows every setting and where it comes from, but no secret`() async throws {
        _ = try workspace.write("port: 8000\nadmin:\n  token: hunter2-hunter2-hunter2\n", to: "receiver.yaml")
        let environment = ["POLAR_WEBHOOK_SECRET": Workspace.secret, "CONFIG_FILE": "receiver.yaml", "HOST": "::1"]
        let result = try await workspace.run(["config", "show", "--json"], environment: environment)
        #expect(result.status == 0, "\(result.errors)")
        let lines = try result.output.map { try JSONDecoder().decode(Line.self, from: Data($0.utf8)) }
        let byKey = Dictionary(uniqueKeysWithValues: lines.map { ($0.key, $0) })
        #expect(byKey["port"]?.value == "8000")
        #expect(byKey["port"]?.source == "file receiver.yaml")
        #expect(byKey["host"]?.source == "environment HOST")
        #expect(byKey["log_level"]?.source == "default")
        #expect(byKey["log_level"]?.reloaded == true)
        #expect(byKey["tls.key_file"]?.source == "not set")
        #expect(byKey["endpoints.polar.secrets"]?.secrets == 1)
        #expect(byKey["CONFIG_FILE"]?.source == "environment CONFIG_FILE")

        let text = try await workspace.run(["config", "show", "--config", "receiver.yaml"], environment: environment)
        #expect(text.output.count == lines.count)
        #expect(text.output.contains { $0.hasPrefix("CONFIG_FILE ") && $0.hasSuffix("flag --config") })
        for secret in [Workspace.secret, "hunter2"] {
            #expect((result.output + text.output).filter { $0.contains(secret) } == [])
        }
    }

    @Test func `says what is wrong instead`() async throws {
        let result = try await workspace.run(["config", "show"], environment: ["PORT": "many"])
        #expect(result.status == 78)
        #expect(result.errors.count == 1)
    }

    @Test func `prints the reference`() async throws {
        let result = try await workspace.run(["config", "reference"])
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
        let page = try String(contentsOf: root.appending(path: "docs/configuration.md"), encoding: .utf8)
        #expect(result.output.joined(separator: "\n") + "\n" == page)
    }

    @Test func `a running receiver follows its file, and survives a wrong one`() async throws {
        _ = try workspace.write("log_level: notice\n", to: "receiver.yaml")
        let receiver = try await RunningReceiver(in: workspace, ["--config", "receiver.yaml"])
        _ = try workspace.write("log_level: loud\n", to: "receiver.yaml")
        #expect(await receiver.logs("Cannot use the new configuration, the one so far stays in force"))
        _ = try workspace.write("log_level: info\nhost: 127.0.0.2\nretention:\n  days: 3\n", to: "receiver.yaml")
        #expect(await receiver.logs("Read the configuration again"))
        let waiting = #""setting.waiting":"retention.days""#
        #expect(await receiver.child.output.first { $0.contains(waiting) } != nil)
        let environment = ["POLAR_WEBHOOK_SECRET": Workspace.secret]
        let sent = try await workspace.run(["send", "--url", receiver.url, "--id", "live"], environment: environment)
        #expect(sent.status == 0, "\(sent.errors)")
        // At level info, which it had not at the start.
        #expect(await receiver.hasDelivered("live"))
        #expect(await receiver.stop() == 0)
    }
}
