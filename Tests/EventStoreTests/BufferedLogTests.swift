import EventStore
import Foundation
import GRDB
import Testing

@testable import EventStoreSQLite

/// The log of an inbox with the buffer before it, as others find it on the disk.
struct BufferedLogTests {
    private let folder: TemporaryFolder
    private let database: InboxDatabase

    /// A body of several pages.
    private let large = [UInt8](repeating: 7, count: 10_000)

    init() throws {
        folder = try TemporaryFolder()
        database = try InboxDatabase(path: folder.database, schema: .current)
    }

    /// Asks a connection of its own, which knows of the writer only what is in the files.
    private func ask<Value: DatabaseValueConvertible & Sendable>(_ sql: String) async throws -> Value? {
        try await DatabaseQueue(path: folder.database).read { try Value.fetchOne($0, sql: sql) }
    }

    private func append(_ numbers: Range<Int>, _ inbox: InboxTransaction) throws {
        // Pages that find no room in memory are written before the commit.
        try inbox.execute(sql: "PRAGMA cache_size = 10")
        for number in numbers {
            _ = try inbox.append(.sample("msg_\(number)", body: large))
        }
    }

    @Test func `has the pages of a commit written together`() async throws {
        try database.write { _ = try $0.append(.sample("msg_0", body: large)) }
        let before = try writesOfThisThread()
        try database.write { _ = try $0.append(.sample("msg_1", body: large)) }
        #expect(try writesOfThisThread() == before + 1)
        await database.close()
    }

    @Test func `shows others every commit, of one page or of more than it holds`() async throws {
        for end in [1, 2, 100] {
            try database.write { try append(0..<end, $0) }
            #expect(try await ask("SELECT count(*) FROM messages") == end)
            #expect(try await ask("PRAGMA integrity_check") == "ok")
        }
        await database.close()
    }

    @Test func `shows others nothing of what is rolled back, and goes on`() async throws {
        struct Refusal: Error {}
        try database.write { try append(0..<3, $0) }
        #expect(throws: Refusal.self) {
            try database.write { inbox in
                try append(3..<100, inbox)
                throw Refusal()
            }
        }
        #expect(try await ask("SELECT count(*) FROM messages") == 3)
        try database.write { try append(100..<110, $0) }
        #expect(try await ask("SELECT count(*) FROM messages") == 13)
        #expect(try await ask("PRAGMA integrity_check") == "ok")
        await database.close()
    }

    @Test func `is whole after many rounds through the log`() async throws {
        try database.write { try $0.execute(sql: "PRAGMA wal_autocheckpoint = 50") }
        for start in stride(from: 0, to: 200, by: 5) {
            try database.write { try append(start..<start + 5, $0) }
        }
        #expect(try await ask("SELECT count(*) FROM messages WHERE length(body) = 10000") == 200)
        await database.close()
        #expect(try await ask("PRAGMA integrity_check") == "ok")
        #expect(try await ask("SELECT count(*) FROM messages WHERE length(body) = 10000") == 200)
    }

    /// How often this thread has written into any file, as proc(5) counts it.
    private func writesOfThisThread() throws -> Int {
        let counts = try String(contentsOfFile: "/proc/thread-self/io", encoding: .utf8)
        let line = try #require(counts.split(separator: "\n").first { $0.hasPrefix("syscw: ") })
        return try #require(Int(line.dropFirst("syscw: ".count)))
    }
}
