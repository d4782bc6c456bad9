import CoreMetrics
import EventStore
import Foundation
import HTTPServer
import Logging
import MetricsTestKit
import PolarReceiver
import PolarReceiverTesting
import Synchronization
import Testing

@testable import ReceiverCommand

/// New configurations for a receiver that has none of its own threads running.
@Suite(.timeLimit(.minutes(6)))
struct ReloadTests {
    private static let old = "old-secret-0123456789-0123456789"
    private static let new = "new-secret-0123456789-0123456789"

    private let folder: TemporaryFolder
    private let log = LogRecorder()
    private let watch = FileWatch(clock: ManualClock())
    private let level = LogLevel(.info)

    init() throws {
        folder = try TemporaryFolder()
        try folder.write("\(Self.old)\n", to: "secret")
        try folder.write("192.0.2.1\n", to: "senders")
        try configure()
    }

    /// Writes the configuration, with a few lines more.
    private func configure(_ lines: String = "", endpoint: String = "") throws {
        let text = """
            \(lines)
            endpoints:
              polar:
                secret_file: \(folder.path("secret"))
                sender_file: \(folder.path("senders"))
            \(endpoint)
            """
        try folder.replace("receiver.yaml", with: text)
    }

    /// A reload of what is configured now.
    private func makeReload() async throws -> Reload {
        let source = ConfigurationSource(flag: folder.path("receiver.yaml"), environment: [:])
        let configuration = try CheckedConfiguration(try await Settings.load(source))
        let receiver = try Receiver(
            endpoints: configuration.endpoints,
            modules: configuration.modules,
            store: MemoryStore(),
            logger: log.logger
        )
        return Reload(configuration.settings, receiver: receiver, tls: nil, level: level, logger: log.logger)
    }

    private var lines: [LogLine] { log.lines.filter { $0.level >= .notice } }

    @Test func `reads nothing where nothing has changed, unless asked`() async throws {
        var reload = try await makeReload()
        await reload.run(isForced: false, watch: watch)
        #expect(lines == [])
        await reload.run(isForced: true, watch: watch)
        #expect(lines.map(\.message) == ["Read the configuration again"])
        #expect(lines.first?.metadata == ["setting.changed": "none"])
    }

    @Test func `puts in force what it can, and says by name what has changed`() async throws {
        var reload = try await makeReload()
        try folder.replace("secret", with: "\(Self.new)\n\(Self.old)\n")
        try folder.replace("senders", with: "192.0.2.2\n")
        try configure("log_level: debug", endpoint: "    tolerance: 60")
        await reload.run(isForced: false, watch: watch)
        #expect(level.value == .debug)
        let changed = """
            log_level, endpoints.polar.tolerance, endpoints.polar.sender_file, endpoints.polar.secrets, \
            endpoints.polar.secret_file
            """
        #expect(lines.map(\.message) == ["Read the configuration again"])
        #expect(lines.first?.metadata == ["setting.changed": changed])
        #expect(!log.lines.contains { "\($0)".contains(Self.new) || "\($0)".contains(Self.old) })
    }

    @Test(arguments: [
        "port: many", "prot: 1", "log_level: [", "endpoints: []",
    ])
    func `keeps everything when anything is wrong`(line: String) async throws {
        var reload = try await makeReload()
        try folder.replace("receiver.yaml", with: "log_level: debug\n\(line)\n")
        await reload.run(isForced: false, watch: watch)
        #expect(level.value == .info)
        #expect(lines.map(\.level) == [.error])
        #expect(lines.first?.message == "Cannot use the new configuration, the one so far stays in force")
        // It is not tried again before something changes.
        await reload.run(isForced: false, watch: watch)
        #expect(lines.count == 1)
        try configure("log_level: warning")
        await reload.run(isForced: false, watch: watch)
        #expect(level.value == .warning)
    }

    @Test func `keeps the secrets while their file is away`() async throws {
        var reload = try await makeReload()
        try folder.remove("secret")
        await reload.run(isForced: false, watch: watch)
        let message = "Cannot read the secret file \(folder.path("secret")): name a readable UTF-8 text file."
        #expect(lines.map(\.metadata) == [["error.message": message]])
        try folder.write("\(Self.new)\n", to: "secret")
        await reload.run(isForced: false, watch: watch)
        #expect(lines.last?.metadata == ["setting.changed": "endpoints.polar.secrets, endpoints.polar.secret_file"])
    }

    @Test func `names what waits for a restart, as long as it does`() async throws {
        var reload = try await makeReload()
        try configure("port: 9\nlog_level: debug\nhandlers:\n  extra:\n    module: log\n")
        for changed in ["log_level", "none"] {
            await reload.run(isForced: true, watch: watch)
            let last = lines.suffix(2)
            #expect(last.map(\.level) == [.notice, .warning])
            #expect(last.first?.metadata == ["setting.changed": changed])
            #expect(last.last?.metadata == ["setting.waiting": "port, handlers.extra.module"])
        }
        try configure()
        await reload.run(isForced: true, watch: watch)
        #expect(lines.last?.metadata == ["setting.changed": "log_level"])
    }

    @Test func `takes new event types for a handler`() async throws {
        try configure("handlers:\n  log:\n    events: [order.*]\n")
        var reload = try await makeReload()
        try configure("handlers:\n  log:\n    events: [refund.*]\n")
        await reload.run(isForced: false, watch: watch)
        #expect(lines.first?.metadata == ["setting.changed": "handlers.log.events"])
    }

    @Test func `counts, and says when it last succeeded`() async throws {
        let metrics = TestMetrics()
        var reload = try await withMetricsFactory(metrics) { try await makeReload() }
        let labels = ["success", "failure"].map { [("result", $0)] }
        let name = "polar_receiver_configuration_reloads_total"
        await reload.run(isForced: true, watch: watch)
        try folder.remove("secret")
        for _ in 0..<2 { await reload.run(isForced: true, watch: watch) }
        #expect(try labels.map { try metrics.expectCounter(name, $0).totalValue } == [1, 2])
        let moment = "polar_receiver_configuration_last_reload_success_timestamp_seconds"
        #expect(try metrics.expectGauge(moment).lastValue ?? 0 > 1_000_000_000)
    }

    @Test func `follows the files by itself`() async throws {
        try folder.makeFolder("..1")
        try folder.makeFolder("..2")
        try folder.write("\(Self.old)\n", to: "..1/secret")
        try folder.write("\(Self.new)\n", to: "..2/secret")
        try folder.link("..data", to: "..1")
        try folder.remove("secret")
        try folder.link("secret", to: "..data/secret")
        var reload = try await makeReload()
        await reload.run(isForced: false, watch: watch)
        let count = watch.changeCount
        try folder.link("..data", to: "..2")
        while watch.changeCount == count { try await Task.sleep(for: .milliseconds(1)) }
        await reload.run(isForced: false, watch: watch)
        #expect(
            lines.map(\.metadata) == [
                ["setting.changed": "endpoints.polar.secrets, endpoints.polar.secret_file"]
            ]
        )
    }
}
