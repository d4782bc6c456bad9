import EventStore
import EventStoreSQLite
import Foundation
import Testing

/// The modules `exec` and `file` in the real executable.
@Suite(.timeLimit(.minutes(20)))
struct BuiltInHandlerTests {
    private let workspace: Workspace

    init() throws {
        workspace = try Workspace()
    }

    private func start(
        _ handler: String,
        _ options: [String: String],
        environment: [String: String] = [:],
        asNobody: Bool = false
    ) async throws -> RunningReceiver {
        let prefix = "HANDLERS_\(handler.uppercased())_"
        let section = Dictionary(uniqueKeysWithValues: options.map { (prefix + $0.uppercased(), $1) })
        return try await RunningReceiver(
            in: workspace,
            environment: section.merging(["POLAR_WEBHOOK_SECRET": Workspace.secret]) { $1 }
                .merging(environment) { $1 },
            asNobody: asNobody
        )
    }

    @Test func `runs a program for 1,000 events and leaves nothing behind`() async throws {
        try await workspace.store(1_000, for: "run")
        let script = try workspace.write(#"cat >"$1/$POLAR_WEBHOOK_ID""#, to: "script")
        try FileManager.default.createDirectory(at: workspace.events, withIntermediateDirectories: false)
        let options = ["module": "exec", "program": "/bin/sh", "arguments": "\(script),\(workspace.events.path)"]
        let receiver = try await start("run", options)
        try await receiver.waitForDeliveries(count: 1_000)

        #expect(try receiver.child.children() == [])
        // The receiver shows its descriptors to root only.
        if geteuid() == 0 {
            let descriptors = try receiver.child.descriptors()
            #expect(descriptors.filter { $0.contains("pidfd") } == [])
            // Standard input, output and error are the test's.
            #expect(descriptors.count { $0.hasPrefix("pipe:") } <= 3, "\(descriptors)")
            #expect(descriptors.count < 60, "\(descriptors)")
        }
        #expect(await receiver.stop() == 0)
        for index in 0..<1_000 {
            let body = try Data(contentsOf: workspace.events.appending(path: "event-\(index)"))
            #expect(Array(body) == Workspace.body(index))
        }
    }

    @Test func `gives a program neither the secret nor more time than it has`() async throws {
        try await workspace.store(1, for: "run")
        let lines = [#"cat /proc/$$/environ >"$1/environment""#, #"sleep 600 & echo $$ $! >"$1/group""#, "wait"]
        let script = try workspace.write(lines.joined(separator: "\n"), to: "script")
        let receiver = try await start(
            "run",
            [
                "module": "exec", "program": "/bin/sh", "arguments": "\(script),\(workspace.folder.path)",
                "timeout": "1", "attempts": "1",
            ]
        )
        #expect(await receiver.child.output.first { $0.contains("exceeded its time-out of") } != nil)
        let group = try workspace.text("group").split { !$0.isNumber }
        #expect(group.count == 2)
        for process in group {
            // A zombie is not ours: it waits for the parent that it got after the program's end.
            let status = (try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)) ?? ") Z"
            #expect(status.contains(") Z"), "\(status)")
        }
        #expect(try receiver.child.children() == [])
        #expect(await receiver.stop() == 0)
        let environment = try workspace.text("environment")
        #expect(environment.contains("POLAR_WEBHOOK_ID=event-0"))
        #expect(!environment.contains("SECRET"))
    }

    @Test func `keeps its environment from programs that run as the same user`() async throws {
        try await workspace.store(1, for: "run")
        let script = try workspace.write(#"cat /proc/$PPID/environ >"$1/seen" 2>"$1/why"; exit 0"#, to: "script")
        let options = ["module": "exec", "program": "/bin/sh", "arguments": "\(script),\(workspace.folder.path)"]
        // As root it would be allowed to look all the same.
        try workspace.giveToNobody()
        let receiver = try await start("run", options, asNobody: true)
        try await receiver.waitForDeliveries(count: 1)
        #expect(await receiver.stop() == 0)
        #expect(try workspace.text("seen") == "")
        #expect(try workspace.text("why").contains("Permission denied"))
    }

    /// A program that does not end when it is asked to.
    private func startStubbornProgram(_ options: [String: String] = [:]) async throws -> (RunningReceiver, pid_t) {
        try await workspace.store(1, for: "run")
        let lines = ["trap '' TERM", #"echo $$ >"$1/program""#, "while :; do sleep 600; done"]
        let script = try workspace.write(lines.joined(separator: "\n"), to: "script")
        let section = ["module": "exec", "program": "/bin/sh", "arguments": "\(script),\(workspace.folder.path)"]
        let receiver = try await start("run", section, environment: options)
        return (receiver, try await workspace.number(in: "program"))
    }

    @Test func `ends only when the programs of its handlers are gone`() async throws {
        let (receiver, program) = try await startStubbornProgram(["SHUTDOWN_GRACE": "1"])
        #expect(await receiver.stop() == 0)
        #expect(!isRunning(program))
    }

    @Test func `kills the programs of its handlers at the second signal`() async throws {
        let (receiver, program) = try await startStubbornProgram(["SHUTDOWN_GRACE": "300"])
        receiver.child.signal(SIGTERM)
        let end = ContinuousClock.now + .seconds(300)
        // Two signals at once count as one, so it gets another until it ends.
        async let status = receiver.child.exitStatus()
        while isRunning(receiver.child.processIdentifier), ContinuousClock.now < end {
            try await Task.sleep(for: .milliseconds(20))
            receiver.child.signal(SIGTERM)
        }
        #expect(await status == 128 + SIGTERM)
        while isRunning(program), ContinuousClock.now < end { try await Task.sleep(for: .milliseconds(5)) }
        #expect(!isRunning(program))
    }

    @Test func `makes nothing dead of programs that ran at three kills`() async throws {
        try await workspace.store(4, for: "run")
        let script = try workspace.write(#"echo >"$1/ran-$POLAR_WEBHOOK_ID-$POLAR_ATTEMPT"; sleep 600"#, to: "script")
        let section = ["module": "exec", "program": "/bin/sh", "arguments": "\(script),\(workspace.folder.path)"]
        for kill in 1...3 {
            let receiver = try await start("run", section)
            for index in 0..<4 { try await workspace.wait(for: "ran-event-\(index)-\(kill)") }
            receiver.child.signal(SIGKILL)
            #expect(await receiver.child.exitStatus() == SIGKILL)
        }
        _ = try workspace.write("exit 0", to: "script")
        let receiver = try await start("run", section)
        try await receiver.waitForDeliveries(count: 4)
        #expect(await receiver.stop() == 0)
    }

    @Test func `has every event in whole lines of a file after kill -9`() async throws {
        try await workspace.store(1_000, for: "audit")
        let options = ["module": "file", "path": "events.jsonl"]
        let first = try await start("audit", options)
        try await first.waitForDeliveries(count: 200)
        first.child.signal(SIGKILL)
        #expect(await first.child.exitStatus() == SIGKILL)
        // What a kill in the middle of a write would leave.
        try workspace.append(#"{"webhook_id":"event-"#, to: "events.jsonl")

        let left = try await workspace.storedMessages().flatMap(\.deliveries).count { $0.state != .succeeded }
        let second = try await start("audit", options)
        try await second.waitForDeliveries(count: left)
        #expect(await second.stop() == 0)
        let lines = try workspace.text("events.jsonl").split(separator: "\n")
        let events = lines.compactMap { try? JSONDecoder().decode(Line.self, from: Data($0.utf8)) }
        #expect(events.count == lines.count - 1)
        #expect(Set(events.map(\.webhookID)) == Set((0..<1_000).map { "event-\($0)" }))
        #expect(events.allSatisfy { $0.webhookID == "event-\($0.event.data.id)" })
    }

    private struct Line: Decodable {
        struct Event: Decodable {
            struct Content: Decodable { let id: Int }

            let data: Content
        }

        enum CodingKeys: String, CodingKey {
            case webhookID = "webhook_id"
            case event
        }

        let webhookID: String
        let event: Event
    }
}

/// Whether a process is there and no zombie that its new parent has not noticed.
private func isRunning(_ process: pid_t) -> Bool {
    guard let text = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8) else { return false }
    return text.split(separator: ")").last?.split(separator: " ").first != "Z"
}

extension Workspace {
    /// Returns once a file is there.
    fileprivate func wait(for name: String) async throws {
        let end = ContinuousClock.now + .seconds(300)
        while !files.contains(name) {
            try #require(ContinuousClock.now < end, "\(name) did not come")
            try await Task.sleep(for: .milliseconds(5))
        }
    }

    /// The number in a file, once its line is whole.
    fileprivate func number(in name: String) async throws -> pid_t {
        let end = ContinuousClock.now + .seconds(300)
        while true {
            let line = (try? text(name)) ?? ""  // not there yet
            if line.hasSuffix("\n"), let number = pid_t(line.dropLast()) { return number }
            try #require(ContinuousClock.now < end, "nothing came to \(name)")
            try await Task.sleep(for: .milliseconds(5))
        }
    }

    fileprivate var events: URL { folder.appending(path: "events") }

    fileprivate static func body(_ index: Int) -> [UInt8] {
        Array(#"{"type":"order.next","data":{"id":\#(index)}}"#.utf8)
    }

    fileprivate func text(_ name: String) throws -> String {
        try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }

    fileprivate func append(_ text: String, to name: String) throws {
        let file = try FileHandle(forWritingTo: folder.appending(path: name))
        try file.seekToEnd()
        try file.write(contentsOf: Data(text.utf8))
        try file.close()
    }

    /// Stores messages before the receiver starts.
    fileprivate func store(_ count: Int, for handler: HandlerID) async throws {
        let data = folder.appending(path: "data")
        try FileManager.default.createDirectory(at: data, withIntermediateDirectories: true)
        let store = try SQLiteStore(path: data.appending(path: "receiver.db").path)
        for index in 0..<count {
            let message = NewMessage(
                endpoint: "polar",
                webhookID: "event-\(index)",
                type: "order.next",
                timestamp: nil,
                apiVersion: nil,
                subject: nil,
                headers: [],
                body: Self.body(index),
                receivedAt: Date(),
                deliveries: [NewDelivery(handler: handler)]
            )
            _ = try await store.append(message)
        }
        await store.close()
    }
}

extension RunningReceiver {
    /// Returns once the log has said so many times that something is delivered.
    fileprivate func waitForDeliveries(count: Int) async throws {
        let end = ContinuousClock.now + .seconds(900)
        while child.output.all.count(where: { $0.contains(#""Delivered""#) }) < count {
            try #require(ContinuousClock.now < end, "\(child.output.all.suffix(20))")
            try await Task.sleep(for: .milliseconds(50))
        }
    }
}

extension ChildProcess {
    /// What its descriptors are for, by the kernel's names.
    fileprivate func descriptors() throws -> [String] {
        let folder = "/proc/\(processIdentifier)/fd"
        return try FileManager.default.contentsOfDirectory(atPath: folder).compactMap {
            try? FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/\($0)")
        }
    }

    /// The ids of its children, zombies included.
    fileprivate func children() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: "/proc").filter { name in
            let status = Int32(name).flatMap { try? Data(contentsOf: URL(filePath: "/proc/\($0)/stat")) } ?? Data()
            // Number, name in brackets, state, parent.
            let fields = String(decoding: status, as: UTF8.self).split(separator: ")").last?.split(separator: " ")
            return fields?.dropFirst().first == "\(processIdentifier)"
        }
    }
}
