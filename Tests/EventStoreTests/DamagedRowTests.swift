import EventStore
import EventStoreSQLite
import Foundation
import GRDB
import Testing

/// A row that cannot be read must not hold up the others.
struct DamagedRowTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    /// A store in which the first of three messages was changed by a faulty disk.
    private func store(changed sql: String) async throws -> SQLiteStore {
        let first = try SQLiteStore(path: folder.database)
        for id in ["a", "b", "c"] { _ = try await first.append(.sample(id, lane: id == "c" ? nil : "customer:1")) }
        await first.close()
        let queue = try DatabaseQueue(path: folder.database)
        try await queue.writeWithoutTransaction { try $0.execute(sql: sql) }
        try queue.close()
        return try SQLiteStore(path: folder.database)
    }

    @Test func `makes a delivery dead that cannot be read, and hands out the others`() async throws {
        let store = try await store(changed: "UPDATE deliveries SET attempt = \(Int64.max) WHERE id = 1")
        #expect(try await store.run(now: .moment()) == ["c"])
        #expect(try await store.run(now: .moment()) == ["b"])
        let damaged = try #require(try await store.delivery(of: "a"))
        #expect(damaged.state == .dead)
        #expect(damaged.lastError?.hasPrefix("The database is damaged") == true)
        await store.close()
    }

    @Test func `makes a suspect dead that cannot be read`() async throws {
        let change = "UPDATE deliveries SET attempt = \(Int64.max), suspect = 1, started_at = 0 WHERE id = 1"
        let store = try await store(changed: change)
        #expect(try await store.claimSuspect(of: ["log"], now: .moment()) == nil)
        #expect(try await store.delivery(of: "a")?.state == .dead)
        await store.close()
    }
}
