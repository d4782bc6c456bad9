import Foundation
import PolarReceiver
import Testing

@testable import ReceiverCommand

/// What `config check` and the start refuse, and what they warn about.
struct ConfigurationChecksTests {
    private struct Module: HandlerModule {
        let id: HandlerID

        func register(on events: inout EventRegistrar) { events.onAny { _, _ in } }
    }

    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func check(_ text: String, modules: [any HandlerModule] = []) async throws -> CheckedConfiguration {
        let environment = [
            "POLAR_WEBHOOK_SECRET": "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
            "DATABASE_URL": "sqlite:\(folder.path("receiver.db"))",
        ]
        try folder.write(text, to: "receiver.yaml")
        let source = ConfigurationSource(flag: folder.path("receiver.yaml"), environment: environment)
        return try await ReceiverCommand.$parts.withValue(.init(modules: modules)) {
            try CheckedConfiguration(try await Settings.load(source))
        }
    }

    private func refusal(of text: String, modules: [any HandlerModule] = []) async -> String? {
        let failure = await #expect(throws: CommandFailure.self) { try await check(text, modules: modules) }
        #expect(failure?.exitCode == CommandFailure.configuration("").exitCode)
        return failure?.description
    }

    // MARK: Event types

    @Test(arguments: [
        ("order.payed", "did you mean order.paid?"), ("ordr.*", "did you mean order.*?"), ("moon.risen", "matches it."),
    ])
    func `warns of a type that none of Polar's matches`(type: String, ending: String) async throws {
        let text = """
            handlers:
              shop: {module: log, events: [order.paid, '\(type)']}
            retention:
              types: ['\(type)=7']
            """
        let warnings = try await check(text).warnings
        #expect(warnings.count == 2)
        #expect(warnings.first?.hasPrefix("handlers.shop.events names ") == true)
        #expect(warnings.last?.hasPrefix("retention.types names ") == true)
        #expect(warnings.allSatisfy { $0.hasSuffix(ending) }, "\(warnings)")
    }

    @Test(arguments: ["Order.Paid", "'order.paid '", "'order.*x'", "'ord er'", "'*.paid'", "'**'"])
    func `refuses what cannot be an event type`(type: String) async throws {
        let handler = await refusal(of: "handlers:\n  shop: {module: log, events: [\(type)]}\n")
        #expect(handler?.contains("handlers.shop.events") == true)
        let rule = type.hasPrefix("'") ? String(type.dropLast()) + "=7'" : "\(type)=7"
        #expect(await refusal(of: "retention:\n  types: [\(rule)]\n")?.contains("retention.types") == true)
    }

    @Test func `has nothing to say about types that exist`() async throws {
        let text = "handlers:\n  shop: {module: log, events: [order.paid, 'subscription.*', '*']}\n"
        #expect(try await check(text).warnings == [])
    }

    // MARK: Values

    @Test(arguments: [
        ("endpoints:\n  polar: {handlers: []}\n", "endpoints.polar.handlers"),
        ("handlers:\n  a: {module: log, events: []}\n", "handlers.a.events"),
        ("handlers:\n  a: {module: log, events: ['']}\n", "handlers.a.events"),
        ("handlers:\n  a: {module: log, events: }\n", "handlers.a.events"),
        ("http:\n  trusted_proxies: []\n", "http.trusted_proxies"),
        ("port: ''\n", "port"),
        ("endpoints:\n  polar:\n    path:\n", "endpoints.polar.path"),
    ])
    func `refuses an empty value, which could mean all or none`(text: String, key: String) async throws {
        #expect(await refusal(of: text)?.contains(" \(key) ") == true)
    }

    @Test(arguments: [
        ("prot: 1\n", "port"), ("handelrs:\n  a: {}\n", "handlers"), ("htpp:\n  body_limit: 1\n", "http"),
    ])
    func `names the nearest key at the top of the file too`(text: String, key: String) async throws {
        #expect(await refusal(of: text)?.hasSuffix("did you mean \(key)?") == true)
    }

    @Test func `says which section has a key twice`() async throws {
        #expect(await refusal(of: "port: 1\nport: 2\n")?.contains("has a key twice") == true)
    }

    // MARK: Modules

    @Test(arguments: ["", "handlers:\n  shop: {attempts: 3}\n"])
    func `refuses two modules of one id, with and without a section`(text: String) async throws {
        let sentence = await refusal(of: text, modules: [Module(id: "shop"), Module(id: "shop")])
        #expect(sentence == "Two handler modules have the id shop; give one of them another id.")
    }

    @Test(arguments: ["", "My Shop!", "shop.a", "Shop", "é"])
    func `refuses an id with other characters`(id: String) async throws {
        let sentence = await refusal(of: "", modules: [Module(id: HandlerID(rawValue: id))])
        #expect(sentence?.contains("'\(id)'") == true)
    }

    @Test func `names the module of the build that a section nearly names`() async throws {
        let text = "handlers:\n  fulfillment: {attempts: 3}\n"
        let sentence = await refusal(of: text, modules: [Module(id: "fulfilment")])
        #expect(sentence?.hasSuffix("Did you mean handlers.fulfilment?") == true)
    }

    @Test func `warns of a name with an underscore at its end`() async throws {
        #expect(try await check("handlers:\n  _shop_: {module: log}\n").warnings.first?.contains("_shop_") == true)
    }

    @Test(arguments: [
        "module: exec, program: /no/such", "module: exec, program: /etc/passwd", "module: exec, program: /bin",
        "module: exec, program: /bin/true, directory: /no/such", "module: file, path: /no/such/x.jsonl",
        "module: file, path: /", "module: file, path: /dev/null",
    ])
    func `refuses what a module cannot use`(options: String) async throws {
        #expect(await refusal(of: "handlers:\n  x: {\(options)}\n")?.hasPrefix("The handler x cannot start: ") == true)
    }

    // MARK: Files

    @Test(arguments: [
        "receiver.db", "receiver.db-wal", "receiver.db.lock", "receiver.db.before-v2", "receiver.yaml", "secret",
        "link-to-secret", "hard-link-to-secret", "folder/../receiver.db", "linked-folder/receiver.db",
        "polar-token.json",
    ])
    func `lets no handler write into a file of the receiver`(name: String) async throws {
        try folder.write("", to: "receiver.db")
        try folder.write("0123456789abcdef0123456789abcdef\n", to: "secret")
        try folder.link("link-to-secret", to: folder.path("secret"))
        try FileManager.default.linkItem(atPath: folder.path("secret"), toPath: folder.path("hard-link-to-secret"))
        try folder.makeFolder("folder")
        try folder.link("linked-folder", to: folder.url.path)
        let text = """
            handlers:
              x: {module: file, path: \(folder.path(name))}
              shop: {module: forward, url: "http://127.0.0.1:1/", secret_file: \(folder.path("secret"))}
            """
        #expect(await refusal(of: text)?.contains("a file of the receiver itself") == true)
    }

    @Test func `gives each file handler a file of its own`() async throws {
        try folder.link("linked", to: folder.url.path)
        let text = """
            handlers:
              a: {module: file, path: \(folder.path("x.jsonl"))}
              b: {module: file, path: \(folder.path("linked/x.jsonl"))}
            """
        #expect(await refusal(of: text)?.hasPrefix("The handlers a and b both write to ") == true)
    }
}
