import Foundation
import Testing
import Yams

@testable import ReceiverCommand

struct SettingCatalogueTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
    private static let secret = ["POLAR_WEBHOOK_SECRET": "0123456789abcdef"]
    private static let judged = Setting.all.filter { !$0.key.hasPrefix("handlers.") && !$0.wrongTexts.isEmpty }

    private static func text(of path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    @Test func `has every key once, each with whole sentences`() {
        let keys = Setting.all.map(\.key)
        #expect(Set(keys).count == keys.count)
        for setting in Setting.all { #expect(setting.summary.hasSuffix("."), "\(setting.key)") }
    }

    @Test(arguments: judged) func `is what values are judged by`(setting: Setting) async throws {
        let name = setting.key(named: "polar")
        for text in setting.wrongTexts {
            let environment = Self.secret.merging([setting.variable(named: "polar"): text]) { $1 }
            let failure = await #expect(throws: CommandFailure.self, "\(name) \(text)") {
                try await Settings.load(ConfigurationSource(environment: environment))
            }
            #expect(failure?.description.contains(setting.expectation) == true)
            #expect(failure?.description.contains(name) == true)
        }
    }

    @Test func `finds the setting of a key in a section`() {
        #expect(Setting.of("endpoints.shop.path")?.key == "endpoints.<name>.path")
        #expect(Setting.of("http.body_limit")?.key == "http.body_limit")
        #expect(Setting.of("endpoints.path") == nil)
        #expect(Setting.of("nothing") == nil)
    }

    @Test func `is printed in docs/configuration.md`() throws {
        #expect(
            try Self.text(of: "docs/configuration.md") == ConfigurationReference.text + "\n",
            "polar-receiver config reference > docs/configuration.md"
        )
    }

    @Test func `is shown in config/receiver.yaml, with every default`() throws {
        let text = try Self.text(of: "config/receiver.yaml")
        let mentioned = Self.mentions(in: text)
        let root = try #require(try Yams.compose(yaml: text))
        for setting in Setting.all {
            if setting.traits.contains(.environmentOnly) {
                #expect(text.contains(setting.variable), "\(setting.key)")
                continue
            }
            let section = setting.key.hasPrefix("handlers.") ? "shop" : "polar"
            let path = setting.key(named: section)
            #expect(mentioned[path] != nil, "\(path)")
            guard let standard = setting.standard else { continue }
            let node = path.split(separator: ".").reduce(Optional(root)) { $0?[String($1)] }
            #expect((node?.string ?? mentioned[path]) == standard, "\(path)")
        }
    }

    /// The keys and values of lines such as `port: 8080`, with or without a `#` before them.
    private static func mentions(in text: String) -> [String: String] {
        var mentions: [String: String] = [:]
        var path: [(indent: Int, name: String)] = []
        for line in text.split(separator: "\n") {
            let line = line.replacing(#/^( *)# /#) { String($0.1) }
            guard let match = line.wholeMatch(of: #/( *)([a-z0-9_]+):(?: (.*))?/#) else { continue }
            path = path.filter { $0.indent < match.1.count } + [(match.1.count, String(match.2))]
            mentions[path.map(\.name).joined(separator: ".")] = match.3.map(String.init) ?? ""
        }
        return mentions
    }
}

extension Setting {
    fileprivate func variable(named name: String) -> String {
        key(named: name).uppercased().map { $0.isLetter || $0.isNumber ? "\($0)" : "_" }.joined()
    }

    /// What it must not be.
    fileprivate var wrongTexts: [String] {
        switch kind {
        case .number(let range, _): ["\(range.lowerBound - 1)", "\(range.upperBound + 1)", "1.5", "many"]
        case .flag: ["perhaps", "1"]
        case .choice: ["nothing of it"]
        case .text, .file, .list: []
        }
    }
}
