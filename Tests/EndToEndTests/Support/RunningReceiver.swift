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
        environment: [String: String] = ["POLAR_WEBHOOK_SECRET": Workspace.secret]
    ) async throws {
        let own = ["PORT": "0", "HOST": "127.0.0.1", "LOG_FORMAT": "json"]
        child = try workspace.start(["serve"] + arguments, environment: own.merging(environment) { _, new in new })
        let line = await child.output.first { Self.decoded($0)?.message == "Listening" }
        let listening = try #require(line.flatMap(Self.decoded), "\(child.errors.all) \(child.output.all)")
        port = try #require(listening.port.flatMap(Int.init))
    }

    /// Where it takes webhooks.
    var url: String { "http://127.0.0.1:\(port)/webhooks/polar" }

    /// Whether the log says, now or soon, that a message is delivered.
    func hasDelivered(_ webhookID: String) async -> Bool {
        let line = await child.output.first { line in
            let line = Self.decoded(line)
            return line?.message == "Delivered" && line?.webhookID == webhookID
        }
        return line != nil
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
}
