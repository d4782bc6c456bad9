import EventStore
import Foundation
import HTTPServer
import HTTPWire
import Logging
import PolarReceiver
import Testing

@testable import ReceiverCommand

struct SettingsTests {
    private static let secret = ["POLAR_WEBHOOK_SECRET": "0123456789abcdef"]

    private func load(_ text: String, _ environment: [String: String] = secret) async throws -> Settings {
        let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(text.utf8).write(to: file)
        return try await Settings.load(ConfigurationSource(flag: file.path, environment: environment))
    }

    @Test(arguments: ["", "# nothing but a comment\n"]) func `has defaults for everything`(text: String) async throws {
        let settings = try await load(text)
        #expect(settings.host == "0.0.0.0")
        #expect(settings.port == 8080)
        #expect(settings.server.idleTimeout == .seconds(75))
        #expect(settings.server.limits.body == 5_242_880)
        #expect("\(settings.database)" == "sqlite:data/receiver.db")
        #expect(settings.logLevel == .info)
        #expect(settings.logFormat == .text)
        #expect(settings.shutdownGrace == .seconds(8))
        #expect(settings.endpoints.map(\.path) == ["/webhooks/polar"])
        #expect(settings.duplicates == .id)
        #expect(settings.retention == RetentionPolicy())
    }

    @Test func `reads what is kept for how long`() async throws {
        let day = 86_400
        let text = "retention:\n  days: 0\n  scrub_deleted_customers: true\n  types: [checkout.*=7, order.paid=3650]\n"
        let settings = try await load(text + "delivery:\n  compare_bodies: true\n")
        #expect(
            settings.retention.rules == [
                RetentionRule("checkout.*", age: .seconds(7 * day)),
                RetentionRule("order.paid", age: .seconds(3650 * day)),
                RetentionRule("*", age: nil),
            ]
        )
        #expect(settings.retention.scrubsDeletedCustomers)
        #expect(settings.duplicates == .idOrBody)
        let environment = Self.secret.merging(["RETENTION_TYPES": "a=1,b.*=0", "RETENTION_DAYS": "5"]) { $1 }
        #expect(try await load(text, environment).retention.rules.map(\.types) == ["a", "b.*", "*"])
    }

    @Test(
        arguments: [
            "retention:\n  types: [checkout.*]\n", "retention:\n  types: [checkout.*=-1]\n",
            "retention:\n  types: ['*=1']\n", "retention:\n  types: [a=1, a=2]\n", "retention:\n  days: never\n",
            "retention:\n  scrub_deleted_customers: perhaps\n",
        ]
    )
    func `refuses what does not say how long`(text: String) async throws {
        let failure = await #expect(throws: CommandFailure.self) { try await load(text) }
        #expect(failure?.description.contains("retention.") == true)
    }

    @Test(arguments: [
        ("", 67_108_864), ("http:\n  body_budget: 6291456\n", 6_291_456),
        // The default grows with what one body may take.
        ("http:\n  body_limit: 268435456\n", 269_484_032),
    ])
    func `has a budget for bodies that the longest one fits in`(text: String, budget: Int) async throws {
        #expect(try await load(text).server.bodyBudget == budget)
    }

    @Test func `refuses a budget that the longest body would never fit in`() async throws {
        let failure = await #expect(throws: CommandFailure.self) {
            try await load("http:\n  body_limit: 5242880\n  body_budget: 6291455\n")
        }
        #expect(failure?.exitCode == CommandFailure.configuration("").exitCode)
        #expect(failure?.description.contains("at least 6291456") == true)
    }

    @Test func `lets the environment win over the file`() async throws {
        let text = "port: 1\nhost: ::1\nhttp:\n  body_limit: 2048\n  idle_timeout: 9\n"
        let environment = Self.secret.merging(["PORT": "2", "HTTP_BODY_LIMIT": "4096", "HOST": ""]) { $1 }
        let settings = try await load(text, environment)
        #expect(settings.port == 2)
        #expect(settings.host == "::1")
        #expect(settings.server.limits.body == 4_096)
        #expect(settings.server.idleTimeout == .seconds(9))
        #expect(settings.localURL == "http://[::1]:2")
    }

    @Test(arguments: [
        ("0.0.0.0", "127.0.0.1:80"), ("::", "[::1]:80"), ("10.0.0.1", "10.0.0.1:80"), ("fe80::1", "[fe80::1]:80"),
    ])
    func `knows how to reach itself`(host: String, address: String) async throws {
        #expect(try await load("port: 80\nhost: '\(host)'\n").localURL == "http://\(address)")
    }

    @Test func `reads several endpoints with their secrets`() async throws {
        let text = """
            endpoints:
              shop-a:
                path: /a
                secrets: ["first secret, with comma", second-secret-long]
                tolerance: 60
                handlers: [shop, log]
              polar:
                path: /b
            """
        let settings = try await load(text)
        #expect(settings.endpoints.map(\.name) == ["shop-a", "polar"])
        #expect(
            settings.endpoints.map(\.secrets) == [
                ["first secret, with comma", "second-secret-long"], ["0123456789abcdef"],
            ]
        )
        #expect(settings.endpoints.map(\.tolerance) == [.seconds(60), .seconds(300)])
        #expect(settings.endpoints.map(\.handlers) == [["shop", "log"], nil])
        #expect(try settings.webhookEndpoints().map(\.handlers) == [["shop", "log"], nil])
    }

    @Test func `gives the secret of the environment to the only endpoint, instead of the file's`() async throws {
        let settings = try await load("endpoints:\n  shop:\n    secrets: [another-secret-text]\n")
        #expect(settings.endpoints.map(\.secrets) == [["0123456789abcdef"]])
    }

    @Test func `refuses a secret that no endpoint takes`() async throws {
        await #expect(throws: CommandFailure.self) {
            try await load("endpoints:\n  a:\n    path: /a\n  b:\n    path: /b\n")
        }
    }

    @Test(arguments: ["webhooks", "/healthz", "/readyz/", "/", "/a?b", "/a[1]", "/a b", "/ä"])
    func `refuses what is no path for an endpoint`(path: String) async throws {
        await #expect(throws: CommandFailure.self) { try await load("endpoints:\n  polar:\n    path: '\(path)'\n") }
    }

    @Test func `refuses an endpoint without a secret`() async throws {
        let settings = try await load("", [:])
        #expect(throws: CommandFailure.self) { try settings.webhookEndpoints() }
        let named = try await load("endpoints:\n  shop:\n    path: /shop\n", [:])
        let failure = #expect(throws: CommandFailure.self) { try named.webhookEndpoints() }
        #expect(failure?.description.contains("endpoints.shop.secret_file") == true)
    }

    @Test(arguments: ["sqlite:", "", "postgres://u:p@h/d", "receiver.db", "memory"])
    func `refuses what is no database`(location: String) {
        #expect(throws: CommandFailure.self) { try DatabaseLocation(location) }
    }

    @Test(arguments: [
        "sqlite:x.db?mode=ro", "sqlite:///data/x.db?", "sqlite:~/x.db", "sqlite:///~/x.db", "sqlite:$HOME/x.db",
        "sqlite:${DATA}/x.db", "sqlite:file:x.db", "sqlite::memory:", "sqlite://:memory:",
    ])
    func `refuses what would become the name of a file and is meant as something else`(location: String) {
        let failure = #expect(throws: CommandFailure.self) { try DatabaseLocation(location) }
        #expect(failure?.exitCode == CommandFailure.configuration("").exitCode)
        #expect(failure?.description.contains("DATABASE_URL") == true)
    }

    @Test(arguments: [
        ("sqlite:a/b.db", "sqlite:a/b.db"), ("sqlite:///data/r.db", "sqlite:/data/r.db"), ("memory:", "memory:"),
    ])
    func `reads where the database is`(text: String, description: String) throws {
        #expect("\(try DatabaseLocation(text))" == description)
    }

    @Test func `reads who may send, one address on a line`() async throws {
        let senders = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: senders) }
        let section = "endpoints:\n  polar:\n    sender_file: \(senders.path)\n"
        try Data("# Polar\n\n192.0.2.1 # one\n2001:db8::/32\r\n".utf8).write(to: senders)
        #expect(try await load(section).webhookEndpoints().first?.senders?.refusesOthers == false)
        let strict = try await load(section + "    refuse_other_senders: true\n")
        #expect(try strict.webhookEndpoints().first?.senders?.refusesOthers == true)
        #expect(try await load("").webhookEndpoints().first?.senders == nil)
        for (text, hint) in [("192.0.2.1\n10.0.0.0/33\n", "Line 2 of"), ("# nobody\n", "is empty")] {
            try Data(text.utf8).write(to: senders)
            let failure = await #expect(throws: CommandFailure.self) { try await load(section) }
            #expect(failure?.description.contains(hint) == true)
        }
    }

    @Test func `refuses to refuse others than nobody`() async throws {
        let failure = await #expect(throws: CommandFailure.self) {
            try await load("endpoints:\n  polar:\n    refuse_other_senders: true\n")
        }
        #expect(failure?.description.contains("ENDPOINTS_POLAR_SENDER_FILE") == true)
    }

    @Test func `reads the list of Polar's senders that comes with it`() async throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
        let file = folder.appending(path: "../../config/polar-senders.txt")
        let settings = try await load("endpoints:\n  polar:\n    sender_file: \(file.path)\n")
        #expect(try settings.webhookEndpoints().first?.senders != nil)
    }

    @Test(arguments: ["x-forwarded-for", "forwarded", "proxy-protocol"])
    func `reads where proxies say who the client is`(field: String) async throws {
        _ = try await load("http:\n  trusted_proxies: [10.0.0.0/8]\n  client_field: \(field)\n")
        await #expect(throws: CommandFailure.self) { try await load("http:\n  client_field: \(field)s\n") }
    }
}
