import Foundation
import PolarReceiver
import Testing

@testable import ReceiverCommand

struct SettingValueTests {
    private static let secrets = [
        "first-secret-0123456789-0123", "second-secret-0123456789", "hunter2-hunter2-hunter2-hunter2",
    ]

    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func values(_ text: String, _ environment: [String: String] = [:]) async throws -> [String: SettingValue] {
        let file = try folder.write(text, to: "receiver.yaml")
        let settings = try await Settings.load(ConfigurationSource(flag: file, environment: environment))
        _ = try settings.modules()
        return Dictionary(uniqueKeysWithValues: settings.values().map { ($0.name, $0) })
    }

    @Test func `knows every setting, its value and where that comes from`() async throws {
        let text = "port: 1\nhttp:\n  body_limit: 2048\n  trusted_proxies: [10.0.0.0/8, '::1']\n"
        let values = try await values(text, ["PORT": "2", "LOG_LEVEL": ""])
        let file = folder.path("receiver.yaml")
        for (name, value, source) in [
            ("port", "2", "environment PORT"), ("http.body_limit", "2048", "file \(file)"),
            ("http.trusted_proxies", "[10.0.0.0/8, ::1]", "file \(file)"), ("log_level", "info", "default"),
            ("tls.key_file", nil, "not set"), ("CONFIG_FILE", file, "flag --config"),
            ("endpoints.polar.path", "/webhooks/polar", "default"), ("POLAR_WEBHOOK_SECRET", nil, "not set"),
        ] as [(String, String?, String)] {
            #expect(values[name]?.text == value, "\(name)")
            #expect(values[name]?.source == source, "\(name)")
        }
        let expected = Setting.all.filter { !$0.key.hasPrefix("handlers.") }.map {
            $0.key.contains("<") ? $0.key(named: "polar") : $0.name
        }
        #expect(Set(values.keys) == Set(expected))
    }

    @Test func `says how many secrets there are, and where they come from`() async throws {
        let secretFile = try folder.write("\(Self.secrets[0])\n\(Self.secrets[1])\n", to: "secrets")
        let section = "endpoints:\n  polar:\n    secrets: [\(Self.secrets[2])]\n    secret_file: \(secretFile)\n"
        let own = try await values(section)
        #expect(own["endpoints.polar.secrets"]?.text == "<redacted> (3)")
        #expect(own["endpoints.polar.secrets"]?.source == "file \(folder.path("receiver.yaml")), file \(secretFile)")
        #expect(own["endpoints.polar.secret_file"]?.text == secretFile)

        let replaced = try await values(section, ["POLAR_WEBHOOK_SECRET": Self.secrets[0]])
        #expect(replaced["endpoints.polar.secrets"]?.text == "<redacted>")
        #expect(replaced["endpoints.polar.secrets"]?.secretCount == 1)
        #expect(replaced["endpoints.polar.secrets"]?.source == "environment POLAR_WEBHOOK_SECRET")
        #expect(replaced["endpoints.polar.secret_file"]?.text == nil)
    }

    @Test func `never shows a secret, nor a text of a module, which may be one`() async throws {
        let text = """
            tls:
              password: \(Self.secrets[0])
            admin:
              token: \(Self.secrets[1])
            endpoints:
              polar:
                secrets: [\(Self.secrets[2])]
            handlers:
              app:
                module: forward
                url: http://127.0.0.1:9/hook?key=\(Self.secrets[1])
                secret: whsec_\(Self.secrets[2].filter(\.isLetter))12345678
                timeout: 9
            """
        let values = try await values(text, ["POLAR_WEBHOOK_SECRET": Self.secrets[0]])
        let shown = try values.values.map { value in
            "\(value) \(String(reflecting: value)) \(try JSONLine.text(SettingLine(value))) \(value.source)"
        }
        for secret in Self.secrets { #expect(shown.filter { $0.contains(secret) } == []) }
        let table = SettingTable(Array(values.values)).lines
        for secret in Self.secrets { #expect(table.filter { $0.contains(secret) } == []) }
        #expect(values["handlers.app.url"]?.text == "http://127.0.0.1:9/hook")
        #expect(values["handlers.app.timeout"]?.text == "9")
        #expect(values["handlers.app.module"]?.text == "forward")
    }

    @Test func `keeps secrets out of errors`() async throws {
        for text in [
            "admin:\n  token: short-secret\n", "admin:\n  token: hunter2-hunter2-hunter2\n  token_file: /x\n",
            "database_url: postgres://u:hunter2@h/d\n", "endpoints:\n  polar:\n    secrets: 'hunter2\n",
            "tls:\n  certificate_file: /x\n  pkcs12_file: /y\n  password: hunter2\n",
        ] {
            let failure = await #expect(throws: CommandFailure.self, "\(text)") { try await values(text) }
            #expect(failure?.description.contains("hunter2") == false)
            #expect(failure?.description.contains("short-secret") == false)
        }
    }

    @Test func `prints aligned columns, and one object a line`() async throws {
        let values = try await values("admin:\n  token: 0123456789abcdef\n")
        let (port, token) = (try #require(values["port"]), try #require(values["admin.token"]))
        let file = folder.path("receiver.yaml")
        #expect(
            SettingTable([port, token]).lines == [
                "port         8080        default", "admin.token  <redacted>  file \(file)",
            ]
        )
        #expect(
            try JSONLine.text(SettingLine(port))
                == #"{"key":"port","reloaded":false,"secrets":null,"source":"default","value":"8080"}"#
        )
        #expect(
            try JSONLine.text(SettingLine(token))
                == #"{"key":"admin.token","reloaded":false,"secrets":1,"source":"file \#(file)","value":"<redacted>"}"#
        )
    }
}
