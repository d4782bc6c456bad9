import EventStore
import Foundation
import Testing

/// What is deleted is gone, from every file in the folder of a receiver that runs.
@Suite(.timeLimit(.minutes(10)))
struct ErasureTests {
    private static let customer = "0a6e4f5c-1c8e-4d0b-9a53-6b1d2f3c4e5f"
    private static let marker = "Erasmus Markerson"

    private let workspace: Workspace

    init() throws {
        workspace = try Workspace()
    }

    private func send(_ id: String, _ type: String, _ data: String, to receiver: RunningReceiver) async throws {
        let body = #"{"type":"\#(type)","timestamp":"2026-11-30T00:00:00Z","data":{\#(data)}}"#
        let message = PolarPeer.Message(
            secret: Workspace.secret,
            scheme: .base64,
            id: id,
            body: Data(body.utf8),
            url: receiver.url
        )
        #expect(try await PolarPeer.send([message]).map(\.status) == [202])
        #expect(await receiver.hasDelivered(id))
    }

    private func sendLife(to receiver: RunningReceiver) async throws {
        let named = #""customer_id":"\#(Self.customer)","customer":{"id":"\#(Self.customer)","name":"\#(Self.marker)"}"#
        try await send("order", "order.paid", #""id":"1",\#(named)"#, to: receiver)
        try await send("open", "checkout.created", #""id":"2","customer_name":"\#(Self.marker)""#, to: receiver)
        try await send("closed", "checkout.updated", #""id":"2",\#(named)"#, to: receiver)
        #expect(try !filesWithMarker().isEmpty)
    }

    /// The files in the data folder that contain the marker.
    private func filesWithMarker() throws -> [String] {
        let data = workspace.folder.appending(path: "data")
        return try FileManager.default.contentsOfDirectory(atPath: data.path).filter { name in
            // A file that is gone meanwhile, or a socket, has nothing.
            let bytes = try? Data(contentsOf: data.appending(path: name))
            return bytes?.range(of: Data(Self.marker.utf8)) != nil
        }
    }

    /// Returns once no file contains the marker, while other messages arrive.
    private func waitUntilGone(_ receiver: RunningReceiver) async throws {
        var number = 0
        while try !filesWithMarker().isEmpty {
            number += 1
            try await send("other-\(number)", "order.paid", #""id":"\#(number)","customer_id":"other""#, to: receiver)
        }
    }

    @Test(arguments: [
        ("customer.deleted", #""id":"\#(customer)","name":"\#(marker)","deleted_at":"2026-11-30T00:00:00Z""#),
        ("member.deleted", #""id":"3","customer_id":"\#(customer)","role":"owner","name":"\#(marker)""#),
    ])
    func `leaves nothing of a deleted customer in any file while messages arrive`(
        type: String,
        data: String
    ) async throws {
        let receiver = try await RunningReceiver(
            in: workspace,
            environment: [
                "POLAR_WEBHOOK_SECRET": Workspace.secret, "RETENTION_SCRUB_DELETED_CUSTOMERS": "true",
            ]
        )
        try await sendLife(to: receiver)
        let copy = workspace.folder.appending(path: "data/receiver.db.before-v3")
        try Data(Self.marker.utf8).write(to: copy)
        try await send("sign", type, data, to: receiver)
        try await waitUntilGone(receiver)
        try await send(
            "late",
            "order.updated",
            #""id":"1","customer_id":"\#(Self.customer)","note":"\#(Self.marker)""#,
            to: receiver
        )
        try await waitUntilGone(receiver)
        #expect(await receiver.stop() == 0)
        #expect(try filesWithMarker() == [])
    }

    @Test func `leaves nothing of what an operator prunes in any file while messages arrive`() async throws {
        let receiver = try await RunningReceiver(in: workspace)
        try await sendLife(to: receiver)
        // The inbox knows of the last delivery a moment after the log.
        while try !filesWithMarker().isEmpty {
            let pruned = try await workspace.run(["events", "prune", "--all", "--yes"])
            #expect(pruned.status == 0, "\(pruned.errors)")
        }
        try await waitUntilGone(receiver)
        #expect(await receiver.stop() == 0)
    }

    // MARK: Files that someone removes

    @Test func `starts no second receiver when the lock file is removed`() async throws {
        let receiver = try await RunningReceiver(in: workspace)
        try FileManager.default.removeItem(at: workspace.folder.appending(path: "data/receiver.db.lock"))
        let second = try await workspace.run(
            ["serve"],
            environment: [
                "POLAR_WEBHOOK_SECRET": Workspace.secret, "PORT": "0", "ADMIN_PORT": "0", "HOST": "127.0.0.1",
            ]
        )
        #expect(second.status == 1)
        #expect(second.errors.contains { $0.hasPrefix("Another receiver, or a command, uses the database /") })
        try await send("after", "order.paid", #""id":"1""#, to: receiver)
        #expect(await receiver.stop() == 0)
    }

    @Test func `takes commands again after the socket is removed`() async throws {
        let receiver = try await RunningReceiver(in: workspace)
        try await send("a", "order.paid", #""id":"1""#, to: receiver)
        try FileManager.default.removeItem(at: workspace.folder.appending(path: "data/receiver.db.sock"))
        #expect(await receiver.logs("Made the socket for commands again, which was removed"))
        let replayed = try await workspace.run(["events", "replay", "--id", "a", "--yes"])
        #expect(replayed.output == ["Replayed 1 delivery of 1 message."], "\(replayed.errors)")
        #expect(await receiver.stop() == 0)
    }

    @Test func `refuses messages, and then its start, when a copy is written over the database`() async throws {
        let receiver = try await RunningReceiver(in: workspace)
        try await send("before", "order.paid", #""id":"1""#, to: receiver)
        let backup = workspace.folder.appending(path: "backup.db")
        #expect(try await workspace.run(["backup", backup.path]).status == 0)
        let database = workspace.folder.appending(path: "data/receiver.db")
        let file = try FileHandle(forWritingTo: database)
        try file.truncate(atOffset: 0)
        try file.write(contentsOf: Data(contentsOf: backup))
        try file.close()
        let refused = try await workspace.run(
            ["send", "order.paid", "--url", receiver.url],
            environment: ["POLAR_WEBHOOK_SECRET": Workspace.secret]
        )
        #expect(refused.status == 1)
        #expect(await receiver.stop() == 0)
        #expect(try Data(contentsOf: database) == Data(contentsOf: backup))

        let again = try await workspace.run(
            ["serve"],
            environment: [
                "POLAR_WEBHOOK_SECRET": Workspace.secret, "PORT": "0", "ADMIN_PORT": "0", "HOST": "127.0.0.1",
            ]
        )
        #expect(again.status == 1)
        #expect(again.errors.contains { $0.contains("receiver.db-wal belongs to another state of the database") })
        for suffix in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: database.path + suffix) }
        let restored = try await RunningReceiver(in: workspace)
        #expect(await restored.stop() == 0)
        #expect(try await workspace.storedMessages().map(\.message.webhookID) == ["before"])
    }
}
