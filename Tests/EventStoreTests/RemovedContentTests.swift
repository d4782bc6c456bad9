import EventStore
import Foundation
import GRDB
import Testing

@testable import EventStoreSQLite

/// Where the bytes of removed messages can be looked for: in every file beside the database, while it is in use.
@Suite(.timeLimit(.minutes(5)))
struct RemovedContentTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    /// The files of the folder that contain a text.
    private func files(with text: String) throws -> [String] {
        try folder.names.sorted().filter { name in
            try contents(of: folder.path + "/" + name).range(of: Data(text.utf8)) != nil
        }
    }

    /// Returns once no file contains a text.
    private func waitUntilGone(_ text: String) async throws {
        while try !files(with: text).isEmpty { try await Task.sleep(for: .milliseconds(5)) }
    }

    private func append(_ id: String, marker: String, to store: SQLiteStore) async throws {
        let header = MessageHeader(name: "user-agent", value: "head-\(marker)")
        let body = Array("body-\(marker)".utf8)
        _ = try await store.append(
            .sample(id, subject: "customer:\(marker)", headers: [header], body: body, lane: marker, topic: marker)
        )
        _ = try await store.run(.retry(at: .moment(), error: "error-\(marker)"), now: .moment())
        _ = try await store.run(.succeeded, now: .moment())
    }

    @Test(arguments: [Date.moment(-1_000), .moment(1_000)])
    func `takes what is emptied or removed from every file while messages arrive`(limit: Date) async throws {
        let store = try SQLiteStore(path: folder.database)
        try await append("a", marker: "MARKER", to: store)
        #expect(try !files(with: "MARKER").isEmpty)
        #expect(try await store.prune(messages: [1], keepingIDsSince: limit) == 1)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                var number = 0
                while !Task.isCancelled {
                    number += 1
                    _ = try await store.append(.sample("other \(number)"))
                }
            }
            try await waitUntilGone("MARKER")
            group.cancelAll()
            try await group.waitForAll()
        }
        await store.close()
        #expect(try files(with: "MARKER") == [])
    }

    @Test func `empties the log once a reader of another program lets it`() async throws {
        let store = try SQLiteStore(path: folder.database)
        try await append("a", marker: "MARKER", to: store)
        let reader = try await OtherProgram(reading: folder.database)
        _ = try await store.prune(messages: [1], keepingIDsSince: .moment(-1_000))
        // The reader still sees the message, so that the log has to keep it.
        #expect(try !files(with: "MARKER").isEmpty)
        #expect(try await store.append(.sample("b")) == .accepted)
        try await reader.letGo()
        try await waitUntilGone("MARKER")
        await store.close()
    }

    /// SQLite moves rows between pages while it balances its trees, and leaves copies of them.
    @Test(arguments: 1...3 as ClosedRange<UInt64>)
    func `leaves no copy of a removed row in any page`(seed: UInt64) async throws {
        var random = SeededGenerator(seed: seed)
        let database = try InboxDatabase(path: folder.database, schema: .current)
        let count = 1_500
        for number in 0..<count {
            let other = Int.random(in: 0...number, using: &random)
            let error = String(repeating: "error-\(other)-", count: .random(in: 1...20, using: &random))
            let body = String(repeating: "body-\(number)-", count: .random(in: 1...300, using: &random))
            let id = UUID().uuidString
            try database.write { inbox in
                _ = try inbox.append(
                    .sample(id, subject: "subject-\(number)-", body: Array(body.utf8), handlers: ["log", "other"])
                )
                try inbox.execute(
                    sql: "UPDATE deliveries SET state = 'dismissed', last_error = ? WHERE message_id = ?",
                    arguments: [error, other + 1]
                )
            }
        }
        let removed = (0..<count).shuffled(using: &random).prefix(count / 3)
        try database.write { try $0.execute(sql: "UPDATE deliveries SET state = 'dismissed'") }
        for number in removed {
            try database.write { _ = try $0.prune(messages: [Int64(number + 1)], keepingIDsSince: .moment(-1_000)) }
        }
        #expect(try database.emptyLog())
        // Pages that were in memory must not bring anything back.
        try database.write { _ = try $0.append(.sample("last")) }
        let bytes = try folder.names.sorted().map { try contents(of: folder.path + "/" + $0) }
        for number in removed {
            for text in ["body-\(number)-", "error-\(number)-", "subject-\(number)-"] {
                #expect(!bytes.contains { $0.range(of: Data(text.utf8)) != nil }, "\(text) is still there")
            }
        }
        await database.close()
        #expect(
            try await DatabaseQueue(path: folder.database).read { database in
                try String.fetchOne(database, sql: "PRAGMA integrity_check")
            } == "ok"
        )
    }

    // MARK: Copies

    @Test func `removes the copies of migrations that are old enough, and nothing else`() async throws {
        let copies = ["receiver.db.before-v2", "receiver.db.before-v3"].map { folder.path + "/" + $0 }
        let others = ["receiver.db.bak", "other.db.before-v2"].map { folder.path + "/" + $0 }
        for path in copies + others { #expect(FileManager.default.createFile(atPath: path, contents: Data())) }
        try FileManager.default.setAttributes([.modificationDate: Date.moment()], ofItemAtPath: copies[0])
        let store = try SQLiteStore(path: folder.database)
        #expect(try await store.removeCopies(madeBefore: .moment()) == [])
        #expect(try await store.removeCopies(madeBefore: .moment(1)) == [copies[0]])
        #expect(try await store.removeCopies(madeBefore: .distantFuture) == [copies[1]])
        for path in others { #expect(FileManager.default.fileExists(atPath: path)) }
        await store.close()
        await #expect(throws: StoreError.isClosed("copies")) { try await store.removeCopies(madeBefore: .moment()) }
    }

    @Test func `removes what an interrupted migration left of its copy`() async throws {
        let name = "receiver.db.before-v3.unfinished"
        #expect(FileManager.default.createFile(atPath: folder.path + "/" + name, contents: Data("body".utf8)))
        await (try SQLiteStore(path: folder.database)).close()
        #expect(try folder.names == ["receiver.db"])
    }
}
