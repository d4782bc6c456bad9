import EventStore
import Foundation
import Testing

/// Handlers as the configuration asks for them.
struct HandlersCommandTests {
    private let workspace: Workspace

    init() throws {
        workspace = try Workspace()
    }

    private func list(_ configuration: String, environment: [String: String] = [:]) async throws -> [String] {
        let file = try workspace.write(configuration, to: "receiver.yaml")
        let result = try await workspace.run(["handlers", "list", "--config", file], environment: environment)
        #expect(result.status == 0, "\(result.errors)")
        return result.output
    }

    @Test func `lists the log when nothing is configured`() async throws {
        #expect(try await list("") == ["log  LogHandler  any"])
        let json = try await workspace.run(["handlers", "list", "--json"])
        let line =
            #"{"attempts":20,"concurrency":8,"events":["any"],"handler":"log","module":"LogHandler","ordering":"by_subject","#
            + #""restricted_to":null,"timeout_seconds":60}"#
        #expect(json.output == [line])
    }

    @Test func `lists what file and environment ask for`() async throws {
        let file = "handlers:\n  log:\n  audit:\n    module: log\n    events: [order.*, refund.created]\n"
        let output = try await list(
            file,
            environment: ["HANDLERS_EXTRA_MODULE": "log", "HANDLERS_AUDIT_EVENTS": "order.paid"]
        )
        #expect(
            output == [
                "audit  LogHandler  any, only order.paid", "log  LogHandler  any", "extra  LogHandler  any",
            ]
        )
    }

    @Test(
        arguments: [
            (
                "shop:\n    evnts: [order.*]",
                "The handler shop has no module called shop: set handlers.shop.module to log, file, forward, exec"
            ),
            ("log:\n    evnts: [order.*]", "The key handlers.log.evnts is unknown; did you mean handlers.log.events?"),
            (
                "log:\n    attempts: 0",
                "The setting handlers.log.attempts (environment HANDLERS_LOG_ATTEMPTS) is not right"
            ),
            ("log:\n    a: {b: c}", "The key handlers.log.a in"),
            ("Log:\n    module: log", "The handler name 'Log' in"),
        ]
    )
    func `refuses a section that cannot be meant`(section: String, sentence: String) async throws {
        let file = try workspace.write("handlers:\n  \(section)\n", to: "receiver.yaml")
        for command in [["handlers", "list"], ["config", "check"], ["serve"]] {
            let environment = ["POLAR_WEBHOOK_SECRET": Workspace.secret]
            let result = try await workspace.run(command + ["--config", file], environment: environment)
            #expect(result.status == 78)
            #expect(result.errors.count == 1)
            #expect(result.errors.first?.hasPrefix(sentence) == true, "\(result.errors)")
        }
        #expect(workspace.files == ["receiver.yaml"])
    }

    @Test func `delivers to every handler of the configuration`() async throws {
        let file = try workspace.write(
            "handlers:\n  first: {module: log, events: [order.*]}\n  second: {module: log, events: [customer.*]}\n",
            to: "receiver.yaml"
        )
        let receiver = try await RunningReceiver(in: workspace, ["--config", file])
        let environment = ["POLAR_WEBHOOK_SECRET": Workspace.secret]
        _ = try await workspace.run(
            ["send", "order.paid", "--id", "a", "--url", receiver.url],
            environment: environment
        )
        #expect(await receiver.hasDelivered("a"))
        #expect(await receiver.stop() == 0)
        #expect(try await workspace.storedMessages().flatMap(\.deliveries).map(\.handler) == ["first"])
    }

    @Test func `gives a handler that is added later the events it missed`() async throws {
        let environment = ["POLAR_WEBHOOK_SECRET": Workspace.secret]
        let first = try await RunningReceiver(in: workspace)
        for (id, type) in [("a", "order.paid"), ("b", "customer.created"), ("c", "order.paid")] {
            _ = try await workspace.run(["send", type, "--id", id, "--url", first.url], environment: environment)
            #expect(await first.hasDelivered(id))
        }
        #expect(await first.stop() == 0)

        let file = try workspace.write(
            "handlers:\n  log: {module: log}\n  late: {module: log, events: [order.*]}\n  other: {module: log}\n"
                + "endpoints:\n  polar: {handlers: [log, late]}\n",
            to: "receiver.yaml"
        )
        let second = try await RunningReceiver(in: workspace, ["--config", file])
        let replay = ["events", "replay", "--handler", "late", "--since", "1h", "--config", file]
        #expect(try await workspace.run(replay).output == ["2 messages chosen; add --yes to go on."])
        #expect(try await workspace.run(replay + ["--yes"]).output == ["Replayed 2 deliveries of 2 messages."])
        let other = try await workspace.run(["events", "replay", "--handler", "other", "--all", "--config", file])
        #expect(other.output == ["No messages match."])
        for id in ["a", "c"] { #expect(await second.hasDelivered(id)) }
        #expect(await second.stop() == 0)
        let deliveries = try await workspace.storedMessages().map {
            $0.deliveries.map { "\($0.handler) \($0.attempt)" }
        }
        #expect(deliveries == [["log 1", "late 1"], ["log 1"], ["log 1", "late 1"]])
    }

    @Test func `catches up with no handler that is not configured`() async throws {
        let receiver = try await RunningReceiver(in: workspace)
        let result = try await workspace.run(["events", "replay", "--handler", "lat", "--all", "--yes"])
        #expect(result.status == 64)
        #expect(
            result.errors == ["No handler is called lat, in the configuration or in the inbox, did you mean log?"]
        )
        #expect(await receiver.stop() == 0)
    }
}
