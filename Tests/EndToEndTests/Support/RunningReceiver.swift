import EventStore
import EventStoreSQLite
import Foundation
import Testing

/// `polar-receiver serve` in a workspace, listening.
struct RunningReceiver {
    private struct LogLine: Decodable {
        let message: String
        let port: String?
        let webhookID: String?

        enum CodingKeys: String, CodingKey {
            case message
            case port = "server.port"
            case webhookID = "webhook.id"
        }
    }

    let child: ChildProcess
    let port: Int

    /// Starts the receiver and waits until it listens.
    init(
        in workspace: Workspace,
        _ arguments: [String] = [],
        environment: [String: String] = ["POLAR_WEBHOOK_SECRET": Workspace.secret],
        launcher: [String] = [],
        asNobody: Bool = false
    ) async throws {
        let own = ["PORT": "0", "ADMIN_PORT": "0", "HOST": "127.0.0.1", "LOG_FORMAT": "json"]
        child = try workspace.start(
            ["serve"] + arguments,
            environment: own.merging(environment) { _, new in new },
            launcher: launcher,
            asNobody: asNobody
        )
        let line = await child.output.first { Self.decoded($0)?.message == "Listening" }
        let listening = try #require(line.flatMap(Self.decoded), "\(child.errors.all) \(child.output.all)")
        port = try #require(listening.port.flatMap(Int.init))
    }

    /// Where it takes webhooks.
    var url: String { "http://127.0.0.1:\(port)/webhooks/polar" }

    /// Where it listens for whoever operates it.
    var adminPort: Int {
        get async throws {
            let line = await child.output.first { Self.decoded($0)?.message == "The console is open" }
            return try #require(line.flatMap(Self.decoded)?.port.flatMap(Int.init))
        }
    }

    /// Whether the log says, now or soon, that a message is delivered.
    func hasDelivered(_ webhookID: String) async -> Bool {
        let line = await child.output.first { line in
            let line = Self.decoded(line)
            return line?.message == "Delivered" && line?.webhookID == webhookID
        }
        return line != nil
    }

    /// Whether the log says, now or soon, that a delivery of a message is dead.
    func hasBuried(_ webhookID: String) async -> Bool {
        let line = await child.output.first { line in
            let line = Self.decoded(line)
            return line?.message.hasSuffix("it is a dead letter now") == true && line?.webhookID == webhookID
        }
        return line != nil
    }

    /// Whether the log has a message, now or soon.
    func logs(_ message: String) async -> Bool {
        await child.output.first { Self.decoded($0)?.message == message } != nil
    }

    /// Returns once the log has said so many times that a message is delivered.
    func waitForDeliveries(of webhookID: String, count: Int) async throws {
        let end = ContinuousClock.now + .seconds(300)
        while deliveries(of: webhookID) < count {
            try #require(ContinuousClock.now < end, "\(child.output.all.suffix(20))")
            try await Task.sleep(for: .milliseconds(5))
        }
    }

    private func deliveries(of webhookID: String) -> Int {
        child.output.all.compactMap(Self.decoded).count { $0.message == "Delivered" && $0.webhookID == webhookID }
    }

    /// Asks it to stop and returns its exit status.
    func stop() async -> Int32 {
        child.signal(SIGTERM)
        return await child.exitStatus()
    }

    private static func decoded(_ line: String) -> LogLine? {
        try? JSONDecoder().decode(LogLine.self, from: Data(line.utf8))  // nil: not a line of the log
    }
}

extension Workspace {
    /// What a stopped receiver has stored, newest first.
    func storedMessages() async throws -> [MessageRecord] {
        let store = try SQLiteStore(path: folder.appending(path: "data/receiver.db").path)
        let messages = try await store.messages(limit: 10_000)
        await store.close()
        return messages
    }

    /// The bodies that a stopped receiver has stored, by `webhook-id`.
    func storedBodies() async throws -> [String: [UInt8]] {
        let store = try SQLiteStore(path: folder.appending(path: "data/receiver.db").path)
        var bodies: [String: [UInt8]] = [:]
        for record in try await store.messages(limit: 10_000) {
            bodies[record.message.webhookID] = try await store.body(ofMessage: record.row)
        }
        await store.close()
        return bodies
    }
}
