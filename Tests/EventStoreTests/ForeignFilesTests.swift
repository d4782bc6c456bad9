import EventStore
import Foundation
import Testing

@testable import EventStoreSQLite

/// What a store does about files that others put, removed or overwrote beside it.
struct ForeignFilesTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    /// Writes bytes over a file that stays the same file, as `cp` does.
    private func overwrite(_ path: String, with bytes: Data) throws {
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        try file.truncate(atOffset: 0)
        try file.write(contentsOf: bytes)
        try file.close()
    }

    /// Copies what a process that is killed now would leave.
    private func crash(_ suffixes: [String] = ["", "-wal", ".lock"]) throws -> TemporaryFolder {
        let crashed = try TemporaryFolder()
        for suffix in suffixes {
            try FileManager.default.copyItem(atPath: folder.database + suffix, toPath: crashed.database + suffix)
        }
        return crashed
    }

    // MARK: A copy over the database

    enum Damage: CaseIterable {
        case backup, earlierCopy, nothing, otherBytes
    }

    @Test(arguments: Damage.allCases)
    func `acknowledges nothing once another program wrote over its file, and leaves it alone`(
        damage: Damage
    ) async throws {
        let earlier = try SQLiteStore(path: folder.database)
        _ = try await earlier.append(.sample("earlier"))
        await earlier.close()
        let copy = try contents(of: folder.database)

        let store = try SQLiteStore(path: folder.database)
        _ = try await store.append(.sample("before"))
        try SQLiteReader(path: folder.database).backUp(to: folder.path + "/backup.db")
        let bytes =
            switch damage {
            case .backup: try contents(of: folder.path + "/backup.db")
            case .earlierCopy: copy
            case .nothing: Data()
            case .otherBytes: Data(repeating: 7, count: copy.count)
            }
        try overwrite(folder.database, with: bytes)
        for _ in 1...2 {
            let error = await #expect(throws: StoreError.self) { _ = try await store.append(.sample("lost")) }
            #expect(error?.code == .failed)
            #expect(error?.description.hasPrefix("Another program wrote over the database /") == true)
        }
        await store.close()
        #expect(try contents(of: folder.database) == bytes)
        #expect(try folder.names.contains("receiver.db-wal"))
    }

    @Test func `refuses the log that was left beside a copy, until it is moved away`() async throws {
        let store = try SQLiteStore(path: folder.database)
        _ = try await store.append(.sample("before"))
        try SQLiteReader(path: folder.database).backUp(to: folder.path + "/backup.db")
        _ = try await store.append(.sample("after"))
        try overwrite(folder.database, with: contents(of: folder.path + "/backup.db"))
        await #expect(throws: StoreError.self) { _ = try await store.append(.sample("lost")) }
        await store.close()

        for _ in 1...2 {
            let error = #expect(throws: StoreError.self) { try SQLiteStore(path: folder.database) }
            #expect(error?.description.contains("receiver.db-wal belongs to another state of the database") == true)
        }
        for suffix in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: folder.database + suffix) }
        let restored = try SQLiteStore(path: folder.database)
        #expect(try await restored.webhookIDs == ["before"])
        await restored.close()
        #expect(try folder.names == ["receiver.db", "backup.db"])
    }

    /// Without the file of the lock the marks in the log tell, if it has any: it has when the database grew.
    @Test(arguments: [["", "-wal", ".lock"], ["", "-wal"]])
    func `refuses a copy beside the log of a process that was killed, and changes nothing`(
        left: [String]
    ) async throws {
        let store = try SQLiteStore(path: folder.database)
        _ = try await store.append(.sample("before"))
        let backup = folder.path + "/backup.db"
        try SQLiteReader(path: folder.database).backUp(to: backup)
        _ = try await store.append(.sample("after", body: [UInt8](repeating: 7, count: 100_000)))
        let crashed = try crash(left)
        await store.close()

        try FileManager.default.removeItem(atPath: crashed.database)
        try FileManager.default.copyItem(atPath: backup, toPath: crashed.database)
        let before = try contents(of: crashed.database + "-wal")
        #expect(throws: StoreError.self) { try SQLiteStore(path: crashed.database) }
        #expect(try contents(of: crashed.database) == contents(of: backup))
        #expect(try contents(of: crashed.database + "-wal") == before)
    }

    @Test(arguments: [["", "-wal", ".lock"], ["", "-wal"]])
    func `takes up the log of a process that was killed`(left: [String]) async throws {
        let store = try SQLiteStore(path: folder.database)
        _ = try await store.append(.sample("before", body: [UInt8](repeating: 7, count: 100_000)))
        let crashed = try crash(left)
        await store.close()
        let restarted = try SQLiteStore(path: crashed.database)
        #expect(try await restarted.webhookIDs == ["before"])
        await restarted.close()
        #expect(try crashed.names == ["receiver.db"])
    }

    @Test func `goes on when another program moves the log into the file`() async throws {
        let store = try SQLiteStore(path: folder.database)
        _ = try await store.append(.sample("before", body: [UInt8](repeating: 7, count: 100_000)))
        let other = try await OtherProgram(holding: folder.database)
        try await other.letGo()
        try await other.moveLog()
        #expect(try await store.append(.sample("after")) == .accepted)
        await store.close()
    }

    // MARK: Locks

    @Test func `refuses a second receiver when the lock file was removed`() async throws {
        let first = try InboxDatabase(path: folder.database, schema: .current)
        try FileManager.default.removeItem(atPath: folder.database + ".lock")
        let error = #expect(throws: StoreError.self) {
            try InboxDatabase(path: folder.database, schema: .current)
        }
        #expect(error?.code == .locked)
        try first.write { try $0.probe() }
        await first.close()
        await (try InboxDatabase(path: folder.database, schema: .current)).close()
        #expect(try folder.names == ["receiver.db"])
    }

    @Test(arguments: [ENOLCK, EIO, ENOSYS])
    func `says that the file system knows no locks`(code: Int32) {
        let path = folder.path + "/lock"
        #expect(throws: StoreError.system(code, path: path)) {
            try InstanceLock.acquire(path, database: folder.database) { _ in
                errno = code
                return -1
            }
        }
    }

    @Test func `says that another process holds the lock, and tries again after a signal`() throws {
        let path = folder.path + "/lock"
        let held = try InstanceLock.acquire(path, database: folder.database)
        #expect(throws: StoreError.inUse(folder.database)) {
            try InstanceLock.acquire(path, database: folder.database)
        }
        var calls = 0
        let descriptor = try InstanceLock.acquire(path, database: folder.database) { _ in
            calls += 1
            errno = EINTR
            return calls < 3 ? -1 : 0
        }
        #expect(calls == 3)
        close(descriptor)
        close(held)
    }

    // MARK: Links

    @Test(arguments: ["-wal", "-shm"])
    func `refuses a link in the place of its files, and does not follow it`(suffix: String) async throws {
        await (try SQLiteStore(path: folder.database)).close()
        let victim = folder.path + "/victim"
        try Data("mine".utf8).write(to: URL(fileURLWithPath: victim))
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: victim)
        try FileManager.default.createSymbolicLink(atPath: folder.database + suffix, withDestinationPath: victim)
        let error = #expect(throws: StoreError.self) { try SQLiteStore(path: folder.database) }
        #expect(error?.code == .readOnly)
        #expect(try mode(of: victim) == 0o644)
        #expect(try contents(of: victim) == Data("mine".utf8))
    }
}
