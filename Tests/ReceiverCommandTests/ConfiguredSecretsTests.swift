import Foundation
import PolarAPI
import PolarReceiver
import Testing

@testable import ReceiverCommand

/// Every source of secrets, read by the one rule of ``SecretText``.
struct ConfiguredSecretsTests {
    private static let one = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="
    private static let two = "polar_whs_Ab3dEf6hIj9lMn2pQr5tUv8xYz1BcD4fGh7Jk2AKXzE"

    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    /// The configuration `text` as each source may have it.
    private func sources(of text: String) throws -> [(environment: [String: String], yaml: String)] {
        try folder.write(text + "\n", to: "secret")
        let quoted = "'" + text.replacing("'", with: "''") + "'"
        var sources: [(environment: [String: String], yaml: String)] = [
            (["POLAR_WEBHOOK_SECRET": text], ""), (["POLAR_WEBHOOK_SECRET_FILE": folder.path("secret")], ""),
            (["ENDPOINTS_POLAR_SECRETS": text], "endpoints:\n  polar:\n    path: /a\n"),
            ([:], "endpoints:\n  polar:\n    secret_file: \(folder.path("secret"))\n"),
        ]
        // YAML folds line breaks.
        if !text.contains(where: \.isNewline) {
            sources.append(([:], "endpoints:\n  polar:\n    secrets: [\(quoted)]\n"))
        }
        return sources
    }

    private func check(_ source: (environment: [String: String], yaml: String)) async throws -> CheckedConfiguration {
        try folder.replace("receiver.yaml", with: source.yaml)
        let source = ConfigurationSource(flag: folder.path("receiver.yaml"), environment: source.environment)
        return try CheckedConfiguration(try await Settings.load(source))
    }

    @Test(arguments: [
        (one, 1), (" \(one)\t", 1), ("\"\(one)\"", 1), ("\u{FEFF}\(one)", 1), ("\(one) # production", 1),
        ("\(one),\(two)", 2), ("\(one)\n\(two)", 2), ("\(one) \(two) # production", 1), ("sesame, open", 1),
    ])
    func `finds as many secrets in each source`(text: String, count: Int) async throws {
        for source in try sources(of: text) {
            let configuration = try await check(source)
            #expect(configuration.endpoints.map(\.secrets.count) == [count], "\(source)")
            #expect(
                configuration.settings.values().first { $0.name == "endpoints.polar.secrets" }?.secretCount == count
            )
        }
    }

    @Test(arguments: ["''", "\"\"", " \t", "\u{200B}", "${POLAR_WEBHOOK_SECRET}", "\"${SECRET}\"", "# comment\n\(one)"])
    func `refuses in each source what is no secret`(text: String) async throws {
        for source in try sources(of: text) {
            let failure = await #expect(throws: CommandFailure.self) { try await check(source) }
            #expect(Self.isConfiguration(failure))
            #expect(failure?.description.contains(Self.one) == false)
        }
    }

    @Test func `takes an empty variable for an empty secret, and an empty name of a file for none`() throws {
        let warnings = SecretWarnings()
        #expect(try ConfiguredSecrets.inEnvironment([:], warnings) == nil)
        #expect(try ConfiguredSecrets.inEnvironment(["POLAR_WEBHOOK_SECRET_FILE": ""], warnings) == nil)
        let empty = try #require(try ConfiguredSecrets.inEnvironment(["POLAR_WEBHOOK_SECRET": ""], warnings))
        #expect(throws: CommandFailure.self) { try ConfiguredSecrets.secrets(empty) }
    }

    /// Whether the command would end with 78.
    private static func isConfiguration(_ failure: CommandFailure?) -> Bool {
        failure.map { "\($0.exitCode)" } == "\(CommandFailure.configuration("").exitCode)"
    }

    // MARK: Warnings

    private func warnings(_ environment: [String: String], _ yaml: String = "") async throws -> [String] {
        let configuration = try await check((environment, yaml))
        return Suspicions.sentences(about: configuration.endpoints, in: configuration.settings)
    }

    @Test(arguments: [
        ("\"\(one)\"", "quotation mark"), (" \(one)", "white space"), ("\(one) # production", "comment"),
        ("0123456789abcdef0123456789abcdef", "public"), ("5f1d7a3e-9c7b-4e0a-8f5d-2b6c1a0e4d3f", "public"),
        ("sesame", "fewer than 16 characters"), ("garbage-garbage-garbage", "does not look like a secret of Polar"),
    ])
    func `warns about what looks like a mistake`(text: String, words: String) async throws {
        for source in try sources(of: text) {
            let sentences = try await warnings(source.environment, source.yaml)
            #expect(sentences.contains { $0.contains("secret 1 of endpoint polar") && $0.contains(words) })
            #expect(!sentences.contains { $0.contains(text.trimmingCharacters(in: .whitespaces)) })
        }
    }

    @Test func `warns about nothing where all is well`() async throws {
        for source in try sources(of: "\(Self.one)\n\(Self.two)") {
            #expect(try await warnings(source.environment, source.yaml) == [])
        }
    }

    @Test func `warns about one secret at two endpoints, however it is written`() async throws {
        let yaml = """
            endpoints:
              shop: {path: /a, secrets: ['\(Self.two)', '\(Self.one)']}
              app: {path: /b, secrets: [' \(Self.one.dropFirst(6).dropLast())']}
              third: {path: /c, secrets: [whsec_\(String(repeating: "A", count: 43))=]}
            """
        let sentences = try await warnings([:], yaml)
        #expect(sentences.filter { $0.contains("shop and app have the same secret") }.count == 1)
        #expect(!sentences.contains { $0.contains("third") })
    }

    @Test func `warns about every file of a secret that others can open`() async throws {
        let long = String(repeating: "x", count: 32)
        for name in ["webhook", "admin", "polar"] { try folder.write(long, to: name) }
        try folder.write("whsec_" + Data(repeating: 1, count: 32).base64EncodedString(), to: "shop")
        let environment = [
            "POLAR_WEBHOOK_SECRET_FILE": folder.path("webhook"), "ADMIN_TOKEN_FILE": folder.path("admin"),
            "POLAR_ACCESS_TOKEN_FILE": folder.path("polar"), "HANDLERS_SHOP_MODULE": "forward",
            "HANDLERS_SHOP_URL": "http://127.0.0.1:9/", "HANDLERS_SHOP_SECRET_FILE": folder.path("shop"),
        ]
        let files = ["webhook", "admin", "polar", "shop"]
        for (mode, isOpen) in [
            (0o600, false), (0o400, false), (0o644, true), (0o602, true), (0o640, true), (0o666, true),
        ] {
            for file in files { chmod(folder.path(file), mode_t(mode)) }
            let sentences = try await warnings(environment)
            for file in files {
                let path = folder.path(file)
                #expect(sentences.contains { $0.contains(path) } == isOpen, "\(file) \(String(mode, radix: 8))")
            }
        }
    }

    // MARK: Other secrets

    @Test(arguments: ["  \(two) ", "\"\(two)\"", "\u{FEFF}\(two)\r\n", "\n\(two)\nsomething else\n"])
    func `reads tokens by the same rule, in a variable and in a file`(text: String) async throws {
        try folder.write(text, to: "token")
        for environment in [["POLAR_ACCESS_TOKEN": text], ["POLAR_ACCESS_TOKEN_FILE": folder.path("token")]] {
            let settings = try await check((environment.merging(["POLAR_WEBHOOK_SECRET": Self.one]) { $1 }, ""))
                .settings
            #expect(settings.polar.token?.text == Self.two)
        }
    }

    @Test(arguments: ["ADMIN_TOKEN", "POLAR_ACCESS_TOKEN", "HANDLERS_SHOP_SECRET"], [" ", "''", "${TOKEN}"])
    func `refuses a token that is none`(variable: String, text: String) async throws {
        try folder.write(text, to: "token")
        let common = [
            "POLAR_WEBHOOK_SECRET": Self.one, "HANDLERS_SHOP_MODULE": "forward",
            "HANDLERS_SHOP_URL": "http://127.0.0.1:9/",
        ]
        for environment in [[variable: text], ["\(variable)_FILE": folder.path("token")]] {
            let failure = await #expect(throws: CommandFailure.self) {
                try await check((common.merging(environment) { $1 }, ""))
            }
            #expect(Self.isConfiguration(failure))
        }
    }
}
