import Foundation
import PolarReceiverTesting
import Testing

/// `events …`, beside a running receiver and on the database of a stopped one.
struct EventsCommandTests {
    /// What `events list --json` promises.
    private struct Line: Decodable {
        struct Delivery: Decodable {
            let handler: String
            let state: String
            let attempt: Int
            let next_attempt_at: String?
            let last_error: String?
            let lane: String?
            let waits_for_lane: Bool
            let overtaken: Bool
        }

        let webhook_id: String
        let endpoint: String
        let type: String?
        let timestamp: String?
        let api_version: String?
        let subject: String?
        let received_at: String
        let deliveries: [Delivery]
    }

    private let workspace: Workspace

    init() throws {
        workspace = try Workspace()
    }

    private func list(_ arguments: String...) async throws -> [Line] {
        let result = try await workspace.run(["events", "list", "--json"] + arguments)
        #expect(result.status == 0, "\(result.errors)")
        return try result.output.map { try JSONDecoder().decode(Line.self, from: Data($0.utf8)) }
    }

    /// A receiver that has delivered an order.paid `first` and a customer.created `second`.
    private func receiver() async throws -> RunningReceiver {
        let receiver = try await RunningReceiver(in: workspace)
        for (id, type) in [("first", "order.paid"), ("second", "customer.created")] {
            let environment = ["POLAR_WEBHOOK_SECRET": Workspace.secret]
            let sent = try await workspace.run(
                ["send", type, "--id", id, "--url", receiver.url],
                environment: environment
            )
            #expect(sent.status == 0)
            #expect(await receiver.hasDelivered(id))
        }
        // The log says so a moment before the inbox does.
        while try await list("--state", "succeeded").count < 2 { try await Task.sleep(for: .milliseconds(5)) }
        return receiver
    }

    @Test func `lists what each filter chooses, newest first`() async throws {
        let receiver = try await receiver()
        #expect(try await list().map(\.webhook_id) == ["second", "first"])
        #expect(try await list("--limit", "1").map(\.webhook_id) == ["second"])
        #expect(try await list("--type", "order.paid").map(\.webhook_id) == ["first"])
        #expect(try await list("--id", "fir").map(\.webhook_id) == ["first"])
        #expect(try await list("--state", "succeeded", "--handler", "log").count == 2)
        #expect(try await list("--state", "dead").isEmpty)
        #expect(try await list("--since", "1h", "--until", "2020-01-01T00:00:00Z").isEmpty)
        let order = try #require(try await list("--id", "first").first)
        #expect(try await list("--subject", try #require(order.subject)).count == 2)
        #expect(order.deliveries.map(\.state) == ["succeeded"])
        #expect(order.deliveries.map(\.lane) == [order.subject])
        let table = try await workspace.run(["events", "list"])
        #expect(table.output.last?.contains("order.paid") == true)
        #expect(table.output.last?.hasSuffix("log:succeeded") == true)
        #expect(await receiver.stop() == 0)
        #expect(try await list().count == 2)
    }

    @Test func `shows one message, and its body only when asked`() async throws {
        let receiver = try await receiver()
        let plain = try await workspace.run(["events", "show", "fir"])
        #expect(plain.output.contains("webhook id: first"))
        #expect(plain.output.contains("delivery log:succeeded"))
        #expect(!plain.output.contains { $0.contains("\"data\"") })
        let full = try await workspace.run(["events", "show", "first", "--body"])
        #expect(full.output.last?.hasPrefix(#"{"type":"order.paid""#) == true)
        let missing = try await workspace.run(["events", "show", "third"])
        #expect(missing.status == 1)
        #expect(missing.errors == ["There is no message whose id begins with third."])
        #expect(await receiver.stop() == 0)
    }

    @Test func `runs deliveries again, beside a running receiver`() async throws {
        let receiver = try await receiver()
        let dry = try await workspace.run(["events", "replay", "--id", "first"])
        #expect(dry.output == ["1 message chosen; add --yes to go on."])
        let done = try await workspace.run(["events", "replay", "--id", "first", "--yes"])
        #expect(done.output == ["Replayed 1 delivery of 1 message."], "\(done.errors)")
        try await receiver.waitForDeliveries(of: "first", count: 2)
        #expect(try await list("--id", "first").first?.deliveries.first?.attempt == 1)
        #expect(await receiver.stop() == 0)
    }

    @Test func `runs deliveries again at the next start, and lets dead letters rest`() async throws {
        #expect(await (try receiver()).stop() == 0)
        let done = try await workspace.run(["events", "replay", "--all", "--yes"])
        #expect(done.output == ["Replayed 2 deliveries of 2 messages."])
        #expect(try await list("--state", "pending").count == 2)
        let dismissed = try await workspace.run(["events", "dismiss", "--yes"])
        #expect(dismissed.output == ["Dismissed 0 deliveries of 0 messages."])
        let restarted = try await RunningReceiver(in: workspace)
        #expect(await restarted.hasDelivered("second"))
        #expect(await restarted.stop() == 0)
        #expect(try await list("--state", "pending").isEmpty)
    }

    @Test func `follows what arrives`() async throws {
        let receiver = try await receiver()
        let tail = try workspace.start(["events", "tail", "--last", "1"])
        #expect(await tail.output.first { $0.contains("second") } != nil)
        _ = try await workspace.run(
            ["send", "--id", "third", "--url", receiver.url],
            environment: ["POLAR_WEBHOOK_SECRET": Workspace.secret]
        )
        #expect(await tail.output.first { $0.contains("third") } != nil)
        #expect(!tail.output.all.contains { $0.contains("first") })
        tail.signal(SIGKILL)
        #expect(await receiver.stop() == 0)
    }

    @Test func `refuses what it cannot mean`() async throws {
        for (arguments, sentence) in [
            (["replay", "--yes"], "Choose messages"), (["list", "--limit", "0"], "--limit must be at least 1"),
            (["list", "--since", "yesterday"], "yesterday is no time"),
            (["replay", "--all", "--rate", "0"], "--rate must be"),
        ] {
            let result = try await workspace.run(["events"] + arguments)
            #expect(result.status == 64)
            #expect(result.errors.contains { $0.contains(sentence) }, "\(result.errors)")
        }
        let empty = try await workspace.run(["events", "list"])
        #expect(empty.status == 1)
        #expect(empty.errors.first?.hasPrefix("There is no database at data/receiver.db") == true)
    }
}
