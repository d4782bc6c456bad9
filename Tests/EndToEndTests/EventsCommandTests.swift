import EventStore
import EventStoreSQLite
import Foundation
import PolarReceiver
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

    @Test func `takes an exact id before those that begin so`() async throws {
        let secret = Workspace.secret
        let settings = ["one", "two"].map { "  \($0): {path: /\($0), secrets: ['\(secret)']}" }.joined(separator: "\n")
        let file = try workspace.write("endpoints:\n\(settings)\n", to: "receiver.yaml")
        let environment = ["CONFIG_FILE": file]
        let receiver = try await RunningReceiver(in: workspace, environment: environment)
        for (path, id) in [("one", "a"), ("one", "a1"), ("one", "a2"), ("one", "same"), ("two", "same")] {
            let url = "http://127.0.0.1:\(receiver.port)/\(path)"
            let sent = try await workspace.run(["send", "--id", id, "--url", url, "--secret", secret])
            #expect(sent.status == 0, "\(sent.errors)")
        }
        func run(_ arguments: String...) async throws -> (status: Int32, output: [String], errors: [String]) {
            try await workspace.run(["events"] + arguments, environment: environment)
        }
        #expect(try await run("show", "a").output.first == "webhook id: a")
        #expect(try await run("list", "--id", "a").output.count == 1)
        #expect(try await run("replay", "--id", "a").output == ["1 message chosen; add --yes to go on."])
        let several = try await run("list", "--id", "a1", "--endpoint", "two")
        #expect(several.output.isEmpty)
        #expect(several.errors == ["No messages match."])

        let prefix = try await run("replay", "--id", "sa", "--yes")
        #expect(prefix.status == 64)
        #expect(prefix.errors.first == "Several messages have ids that begin with sa; give more of the id.")
        #expect(try await run("replay", "--id", "sa", "--all").output == ["2 messages chosen; add --yes to go on."])
        for command in [["show", "same"], ["dismiss", "--id", "same"], ["prune", "--id", "same"]] {
            let both = try await workspace.run(["events"] + command, environment: environment)
            #expect(both.status == 64)
            #expect(
                both.errors.first
                    == "2 endpoints have a message with the id same: one, two. Choose one with --endpoint."
            )
        }
        #expect(try await run("show", "same", "--endpoint", "two").output.contains("endpoint: two"))
        #expect(await receiver.stop() == 0)
    }

    @Test func `replays what was there at its beginning, and says where to go on when interrupted`() async throws {
        let receiver = try await receiver()
        let replay = try workspace.start(["events", "replay", "--all", "--yes", "--rate", "1"])
        try await receiver.waitForDeliveries(of: "first", count: 2)
        let environment = ["POLAR_WEBHOOK_SECRET": Workspace.secret]
        _ = try await workspace.run(["send", "--id", "third", "--url", receiver.url], environment: environment)
        #expect(await replay.exitStatus() == 0)
        #expect(await replay.output.first { _ in true } == "Replayed 2 deliveries of 2 messages.")

        let other = try workspace.start(["events", "replay", "--all", "--yes", "--rate", "1"])
        try await receiver.waitForDeliveries(of: "first", count: 3)
        other.signal(SIGINT)
        #expect(await other.exitStatus() == 1)
        let sentence = await other.errors.first { $0.hasPrefix("Interrupted after ") }
        let row = try #require(sentence?.firstMatch(of: /Go on with --after (\d+):/)?.1)
        let rest = try await workspace.run(["events", "replay", "--all", "--after", String(row), "--yes"])
        #expect(rest.status == 0)
        try await receiver.waitForDeliveries(of: "second", count: 3)
        try await receiver.waitForDeliveries(of: "third", count: 2)
        #expect(await receiver.stop() == 0)
        #expect(receiver.child.output.all.count { $0.contains(#""message":"Delivered""#) } == 2 + 2 + 3 + 1)
    }

    @Test func `ends at the second signal while nothing reads its output`() async throws {
        #expect(await (try receiver()).stop() == 0)
        let store = try SQLiteStore(path: workspace.folder.appending(path: "data/receiver.db").path)
        let large = NewMessage(
            endpoint: "polar",
            webhookID: "large",
            type: "order.paid",
            timestamp: nil,
            apiVersion: nil,
            subject: nil,
            headers: [],
            // More than a pipe holds.
            body: [UInt8](repeating: 0x20, count: 1 << 20),
            receivedAt: Date(),
            deliveries: []
        )
        _ = try await store.append(large)
        await store.close()
        let pipe = Pipe()
        let export = Process()
        export.executableURL = try Workspace.program
        export.arguments = ["events", "export", "--id", "large"]
        export.environment = ["PATH": "/usr/bin:/bin"]
        export.currentDirectoryURL = workspace.folder
        export.standardOutput = pipe
        export.standardError = FileHandle.nullDevice
        try export.run()
        // The line has begun, and the rest of it does not fit.
        #expect(try pipe.fileHandleForReading.read(upToCount: 1)?.count == 1)
        while export.isRunning {
            kill(export.processIdentifier, SIGINT)
            try await Task.sleep(for: .milliseconds(20))
        }
        #expect(export.terminationStatus == 128 + SIGINT)
        #expect(export.terminationReason == .exit)
    }

    @Test func `works on an inbox that another command works on`() async throws {
        #expect(await (try receiver()).stop() == 0)
        let slow = try workspace.start(["events", "replay", "--all", "--yes", "--rate", "1"])
        let other = try await workspace.run(["events", "replay", "--id", "second", "--yes"])
        #expect(other.output == ["Replayed 1 delivery of 1 message."], "\(other.errors)")
        #expect(await slow.exitStatus() == 0)
    }

    @Test func `says that a receiver which is suspended does not answer`() async throws {
        let receiver = try await receiver()
        receiver.child.signal(SIGSTOP)
        let replay = try workspace.start(["events", "replay", "--all", "--yes"])
        #expect(await replay.errors.first { $0.hasPrefix("Waiting for the receiver") } != nil)
        receiver.child.signal(SIGCONT)
        #expect(await replay.exitStatus() == 0)
        #expect(await receiver.stop() == 0)
    }

    @Test func `follows a database that was put in the place of the old one`() async throws {
        let first = try await receiver()
        let database = workspace.folder.appending(path: "data/receiver.db").path
        let copy = workspace.folder.appending(path: "copy.db").path
        #expect(try await workspace.run(["backup", copy]).status == 0)
        let tail = try workspace.start(["events", "tail"])
        #expect(await tail.output.first { $0.contains("second") } != nil)
        #expect(await first.stop() == 0)
        try FileManager.default.removeItem(atPath: database)
        try FileManager.default.moveItem(atPath: copy, toPath: database)
        let second = try await RunningReceiver(in: workspace)
        let environment = ["POLAR_WEBHOOK_SECRET": Workspace.secret]
        _ = try await workspace.run(["send", "--id", "third", "--url", second.url], environment: environment)
        #expect(await tail.output.first { $0.contains("third") } != nil)
        #expect(tail.errors.all == ["The database was replaced; following the new one."])
        tail.signal(SIGKILL)
        #expect(await second.stop() == 0)
    }

    @Test func `says that a list is not all`() async throws {
        let receiver = try await receiver()
        #expect(await receiver.stop() == 0)
        let store = try SQLiteStore(path: workspace.folder.appending(path: "data/receiver.db").path)
        for number in 0..<60 {
            let message = NewMessage(
                endpoint: "polar",
                webhookID: "more \(number)",
                type: "order.paid",
                timestamp: nil,
                apiVersion: nil,
                subject: nil,
                headers: [],
                body: Array("{}".utf8),
                receivedAt: Date(),
                deliveries: []
            )
            _ = try await store.append(message)
        }
        await store.close()
        let some = try await workspace.run(["events", "list"])
        #expect(some.output.count == 50)
        #expect(some.errors == ["50 of 62 messages; print more with --limit, or older ones with --until."])
        #expect(try await workspace.run(["events", "list", "--limit", "62"]).errors.isEmpty)
    }

    @Test func `refuses a condition that is empty or matches nothing`() async throws {
        #expect(await (try receiver()).stop() == 0)
        for (arguments, sentence) in [
            (["replay", "--id", "", "--yes"], "--id has an empty value"),
            (["replay", "--id", "zzz", "--yes"], "There is no message whose id begins with zzz."),
            (["replay", "--type", "order.payed", "--yes"], "did you mean order.paid?"),
            (["prune", "--type", "*.paid", "--yes"], "a star"),
            (["export", "--type", "oder.*"], "did you mean order.*?"),
            (["dismiss", "--handler", "lgo", "--yes"], "No handler is called lgo"),
            (["dismiss", "--state", "succeeded", "--yes"], "Only dead and pending deliveries"),
            (["dismiss", "--state", "pending", "--yes"], "add --handler"),
            (["replay", "--as", "log", "--state", "dead", "--yes"], "add --handler"),
            (["replay", "--handler", "log", "--as", "lgo", "--yes"], "did you mean log?"),
            (["list", "--endpoint", "poler"], "did you mean polar?"), (["list", "--state", "deda"], "deda"),
            (["tail", "--handler", "lgo"], "did you mean log?"),
            (["show", ""], "An id is needed"),
        ] {
            let result = try await workspace.run(["events"] + arguments)
            #expect(result.status == (sentence.contains("zzz") ? 1 : 64), "\(arguments)")
            #expect(result.errors.contains { $0.contains(sentence) }, "\(result.errors)")
        }
        #expect(try await list("--state", "pending").isEmpty)
    }

    @Test func `reports output that cannot be written`() async throws {
        #expect(await (try receiver()).stop() == 0)
        _ = try workspace.write(#"{"type":"own.type","data":{}}"#, to: "payload.json")
        for command in [
            "events list", "events list --json", "events show first", "events show first --body", "events export",
            "events replay --all", "config show", "config check", "config reference", "handlers list", "version",
            "--help",
            "--version", "events list --help", "decode payload.json",
        ] {
            for stream in ["> /dev/full", ">&-"] {
                let shell = try ChildProcess(
                    URL(filePath: "/bin/sh"),
                    ["-c", "exec \"$0\" \(command) \(stream)", Workspace.program.path],
                    environment: ["PATH": "/usr/bin:/bin", "POLAR_WEBHOOK_SECRET": Workspace.secret],
                    folder: workspace.folder
                )
                #expect(await shell.exitStatus() == 1, "\(command) \(stream)")
                #expect(await shell.errors.first { $0.hasPrefix("Cannot write to standard output: ") } != nil)
            }
        }
    }

    @Test func `prints an exact body into a pipe, and texts that cannot steer a terminal`() async throws {
        #expect(await (try receiver()).stop() == 0)
        let body = Array("{\"name\":\"\u{9B}2J\u{202E}".utf8) + [0xFF, 0x22, 0x7D]
        let store = try SQLiteStore(path: workspace.folder.appending(path: "data/receiver.db").path)
        let message = NewMessage(
            endpoint: "polar",
            webhookID: "odd",
            type: "a\u{9B}2J",
            timestamp: nil,
            apiVersion: nil,
            subject: "\u{202E}b",
            headers: [],
            body: body,
            receivedAt: Date(),
            deliveries: []
        )
        _ = try await store.append(message)
        await store.close()
        let file = workspace.folder.appending(path: "shown").path
        let shell = try ChildProcess(
            URL(filePath: "/bin/sh"),
            ["-c", "\"$0\" events show odd --body > shown", Workspace.program.path],
            environment: ["PATH": "/usr/bin:/bin"],
            folder: workspace.folder
        )
        #expect(await shell.exitStatus() == 0)
        #expect(try Data(contentsOf: URL(filePath: file)).suffix(body.count + 1) == Data(body + [0x0A]))
        for arguments in [
            ["list"], ["list", "--json"], ["show", "odd"], ["show", "odd", "--json", "--body"], ["export"],
        ] {
            let result = try await workspace.run(["events"] + arguments)
            let text = result.output.joined()
            #expect(text.contains("9b") || text.contains("9B"), "\(text)")
            #expect(!text.unicodeScalars.contains { $0.steersDisplay }, "\(text)")
        }
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
