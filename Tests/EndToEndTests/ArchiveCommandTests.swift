import EventStore
import Foundation
import PolarReceiverTesting
import Testing

/// `events export|import|prune` and `backup`: what takes messages out of an inbox, and puts them into one.
struct ArchiveCommandTests {
    private let workspace: Workspace

    init() throws {
        workspace = try Workspace()
    }

    private func send(_ id: String, _ type: String = "order.paid", to receiver: RunningReceiver) async throws {
        let environment = ["POLAR_WEBHOOK_SECRET": Workspace.secret]
        let sent = try await workspace.run(
            ["send", type, "--id", id, "--url", receiver.url],
            environment: environment
        )
        #expect(sent.status == 0, "\(sent.errors)")
    }

    /// A receiver that has stored and delivered two messages.
    private func receiver() async throws -> RunningReceiver {
        let receiver = try await RunningReceiver(in: workspace)
        for id in ["first", "second"] {
            try await send(id, to: receiver)
            #expect(await receiver.hasDelivered(id))
        }
        // The log says so a moment before the inbox does.
        while try await output("events", "list", "--state", "succeeded").count < 2 {
            try await Task.sleep(for: .milliseconds(5))
        }
        return receiver
    }

    private func output(_ arguments: String...) async throws -> [String] {
        let result = try await workspace.run(arguments)
        #expect(result.status == 0, "\(result.errors)")
        return result.output
    }

    /// Ids were not checked before, and an import is no signature.
    @Test func `takes over messages with ids that are not accepted any more`() async throws {
        let first = try await receiver()
        let lines = try await output("events", "export").map {
            $0.replacing(#""webhook_id":"first""#, with: #""webhook_id":"fi.rst é""#)
        }
        #expect(await first.stop() == 0)
        let other = try Workspace()
        let file = try other.write(lines.joined(separator: "\n"), to: "inbox.jsonl")
        try FileManager.default.createDirectory(
            at: other.folder.appending(path: "data"),
            withIntermediateDirectories: true
        )
        #expect(try await other.run(["events", "import", file]).status == 0)
        let moved = try await RunningReceiver(in: other)
        #expect(try await other.run(["events", "export"]).output == lines)
        let shown = try await other.run(["events", "show", "fi.rst é"])
        #expect(shown.status == 0)
        #expect(await moved.stop() == 0)
    }

    @Test func `moves an inbox to another place, and does nothing again there`() async throws {
        let first = try await receiver()
        let lines = try await output("events", "export")
        #expect(lines.count == 3)
        #expect(lines.last == #"{"end_of_export":{"messages":2}}"#)
        #expect(await first.stop() == 0)
        let bodies = try await workspace.storedBodies()
        let messages = try await workspace.storedMessages()

        let other = try Workspace()
        let file = try other.write(lines.joined(separator: "\n"), to: "inbox.jsonl")
        try FileManager.default.createDirectory(
            at: other.folder.appending(path: "data"),
            withIntermediateDirectories: true
        )
        let imported = try await other.run(["events", "import", file])
        #expect(imported.output == ["Imported 2 of 2 messages."], "\(imported.errors)")
        let moved = try await RunningReceiver(in: other)
        #expect(try await other.run(["events", "export"]).output == lines)

        // Beside a running receiver, from standard input: nothing is new but one.
        let third = try #require(lines.first).replacing("\"first\"", with: "\"third\"")
            .replacing("\"succeeded\"", with: "\"pending\"")
        let again = try await other.run(
            ["events", "import", "--partial", "-"],
            input: Array("\(lines[1])\n\n\(third)\n".utf8)
        )
        #expect(again.output == ["Imported 1 of 2 messages; the other was there already."], "\(again.errors)")
        #expect(await moved.hasDelivered("third"))
        #expect(!moved.child.output.all.contains { $0.contains("\"first\"") || $0.contains("\"second\"") })
        #expect(await moved.stop() == 0)
        #expect(try await other.storedMessages().suffix(2) == messages)
        #expect(try await other.storedBodies().filter { $0.key != "third" } == bodies)
    }

    @Test func `says which line it cannot import`() async throws {
        let running = try await receiver()
        let line = try #require(try await output("events", "export").first)
        for (bad, number) in [("{}", 2), (line.replacing("\"body\"", with: "\"bode\""), 2), ("x", 2)] {
            let file = try workspace.write("\(line)\n\(bad)\n", to: "bad.jsonl")
            let result = try await workspace.run(["events", "import", file])
            #expect(result.status == 1)
            #expect(
                result.errors.first?.hasPrefix("Line \(number) of \(file) is no message of 'events export'; ") == true
            )
        }
        let missing = try await workspace.run(["events", "import", "nowhere"])
        #expect(missing.errors == ["Cannot read nowhere: give the path of a readable file, or - for standard input."])
        #expect(await running.stop() == 0)
    }

    @Test func `refuses an export that was cut off, before anything of it is imported`() async throws {
        #expect(await (try receiver()).stop() == 0)
        let lines = try await output("events", "export")
        let other = try Workspace()
        for (kept, sentence) in [
            (Array(lines.prefix(2)), "was cut off after 2 messages"), ([lines[0], lines[2]], "1 instead of 2"),
            ([lines[1], lines[2]], "2 instead of 1"), ([], "is empty"), ([lines[0], "{"], "Line 2 of"),
        ] {
            let file = try other.write(kept.map { "\($0)\n" }.joined(), to: "inbox.jsonl")
            let result = try await other.run(["events", "import", file])
            #expect(result.status == 1)
            #expect(result.errors.first?.contains(sentence) == true, "\(result.errors)")
            #expect(!FileManager.default.fileExists(atPath: other.folder.appending(path: "data/receiver.db").path))
        }
        // What comes from a pipe is imported as it comes.
        let piped = try await other.run(["events", "import", "-"], input: Array("\(lines[0])\n".utf8))
        #expect(piped.status == 1)
        #expect(piped.errors.first?.contains("was cut off after 1 message.") == true, "\(piped.errors)")
        let old = lines.prefix(2).map { $0.replacing(/"number":\d+,/, with: "") }
        let file = try other.write(old.joined(separator: "\n"), to: "old.jsonl")
        let imported = try await other.run(["events", "import", file])
        #expect(imported.output == ["Imported 1 of 2 messages; the other was there already."], "\(imported.errors)")
        #expect(imported.errors.first?.hasPrefix("Warning: ") == true)
        let cut = try other.write(lines[0], to: "cut.jsonl")
        let again = try await other.run(["events", "import", "--partial", cut])
        #expect(again.output == ["Imported 0 of 1 message; it was there already."], "\(again.errors)")
    }

    @Test func `copies the inbox of a running receiver, and starts from the copy`() async throws {
        let running = try await receiver()
        let backup = workspace.folder.appending(path: "copy.db").path
        let lines = try await output("backup", backup)
        #expect(lines.first?.hasPrefix("Copied the inbox to \(backup): ") == true)
        #expect(try FileManager.default.attributesOfItem(atPath: backup)[.posixPermissions] as? Int == 0o600)
        let occupied = try await workspace.run(["backup", backup])
        #expect(occupied.status == 1)
        #expect(try await workspace.run(["backup", "-"]).status == 64)
        #expect(occupied.errors == ["There is a file at \(backup) already; name one that is not there."])
        try await send("third", to: running)
        #expect(await running.stop() == 0)

        let environment = ["POLAR_WEBHOOK_SECRET": Workspace.secret, "DATABASE_URL": "sqlite:\(backup)"]
        let restored = try await RunningReceiver(in: workspace, environment: environment)
        let listed = try await workspace.run(["events", "list", "--json"], environment: environment)
        #expect(listed.output.count == 2)
        #expect(await restored.stop() == 0)
    }

    @Test func `prunes what is done, and says so`() async throws {
        let running = try await receiver()
        let refused = try await workspace.run(["events", "prune", "--yes"])
        #expect(refused.status == 64)
        #expect(try await output("events", "prune", "--all") == ["2 messages chosen; add --yes to go on."])
        let pruned = try await output("events", "prune", "--type", "order.*", "--id", "first", "--yes")
        #expect(pruned == ["Pruned 1 of 1 message."])
        #expect(try await output("events", "show", "first").contains("body: pruned"))
        #expect(try await output("events", "replay", "--all", "--yes") == ["Replayed 1 delivery of 1 message."])
        try await running.waitForDeliveries(of: "second", count: 2)
        let line = try #require(try await output("events", "export", "--id", "first").first)
        #expect(line.contains(#""pruned":true"#))
        #expect(await running.stop() == 0)
    }

    @Test func `forgets by itself what the configuration does not keep`() async throws {
        #expect(await (try receiver()).stop() == 0)
        let environment = ["POLAR_WEBHOOK_SECRET": Workspace.secret, "RETENTION_TYPES": "order.paid=1"]
        let young = try await RunningReceiver(in: workspace, environment: environment)
        #expect(await young.stop() == 0)
        #expect(try await workspace.storedMessages().allSatisfy { !$0.message.isPruned })

        // Two messages of the day before yesterday.
        let lines = try await output("events", "export")
        let old = Date(timeIntervalSinceNow: -2 * 86_400).formatted(.iso8601)
        let aged = lines.map { line in
            line.replacing(/"received_at":"[^"]*"/, with: "\"received_at\":\"\(old)\"").replacing(/(first|second)"/) {
                "old \($0.output.1)\""
            }
        }
        _ = try await workspace.run(["events", "import", "-"], input: Array(aged.joined(separator: "\n").utf8))
        let receiver = try await RunningReceiver(in: workspace, environment: environment)
        let said = await receiver.child.output.first { $0.contains("Pruned messages") }
        #expect(said?.contains(#""message.count":"2""#) == true)
        #expect(await receiver.stop() == 0)
        let pruned = try await workspace.storedMessages().filter(\.message.isPruned).map(\.message.webhookID)
        #expect(pruned.sorted() == ["old first", "old second"])
    }

    @Test func `gives new idempotency keys to what is replayed as new`() async throws {
        let running = try await receiver()
        _ = try await output("events", "replay", "--id", "first", "--as-new", "--yes")
        try await running.waitForDeliveries(of: "first", count: 2)
        #expect(await running.stop() == 0)
        let generations = try await workspace.storedMessages().map { $0.deliveries.map(\.generation) }
        #expect(generations == [[0], [1]])
    }
}
