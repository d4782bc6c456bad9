import EventStore
import Foundation
import GRDB
import Testing

@testable import EventStoreSQLite

struct InboxDatabaseTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func open(_ path: String) throws -> InboxDatabase {
        try InboxDatabase(path: path, schema: .current)
    }

    private func number(_ pragma: String, _ database: InboxDatabase) throws -> Int? {
        var value: Int?
        try database.write { value = try Int.fetchOne($0.database, sql: "PRAGMA \(pragma)") }
        return value
    }

    // MARK: Settings

    @Test func `syncs every commit`() async throws {
        let database = try open(folder.database)
        #expect(try number("synchronous", database) == 2)
        #expect(try number("foreign_keys", database) == 1)
        #expect(try await database.read("test") { try String.fetchOne($0, sql: "PRAGMA journal_mode") } == "wal")
        await database.close()
    }

    @Test func `keeps its files from other users`() async throws {
        let path = folder.path + "/new/receiver.db"
        let database = try open(path)
        try database.write { try $0.probe() }
        for suffix in ["", "-wal", "-shm", ".lock"] {
            #expect(try mode(of: path + suffix) == 0o600)
        }
        #expect(try mode(of: folder.path + "/new") == 0o700)
        await database.close()

        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
        await (try open(path)).close()
        #expect(try mode(of: path) == 0o600)
    }

    @Test func `leaves one file when it closes`() async throws {
        let database = try open(folder.database)
        try database.write { try $0.probe() }
        await database.close()
        #expect(try folder.names == ["receiver.db"])
    }

    @Test func `does not grow when it is probed`() async throws {
        let database = try open(folder.database)
        try database.write { try $0.probe() }
        let size = try number("page_count", database)
        for _ in 0..<100 {
            try database.write { try $0.probe() }
        }
        #expect(try number("page_count", database) == size)
        await database.close()
    }

    // MARK: One receiver at a time

    @Test func `refuses a second receiver by whatever path`() async throws {
        let first = try open(folder.database)
        let link = folder.path + "/link.db"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: folder.database)
        let linkedFolder = try TemporaryFolder()
        let throughFolder = linkedFolder.path + "/folder"
        try FileManager.default.createSymbolicLink(atPath: throughFolder, withDestinationPath: folder.path)
        let before = try folder.names

        let paths = [
            folder.database, link, throughFolder + "/receiver.db", throughFolder + "/link.db",
            folder.path + "/../" + URL(fileURLWithPath: folder.path).lastPathComponent + "/./receiver.db",
        ]
        for path in paths {
            let error = #expect(throws: StoreError.self) { try open(path) }
            #expect(error?.code == .locked)
            #expect(error?.description.hasPrefix("Another receiver, or a command, uses the database /") == true)
        }
        #expect(try folder.names == before)
        await first.close()
        await (try open(link)).close()
    }

    @Test func `finds the path that the current folder makes`() async throws {
        let name = "store-\(UUID().uuidString).db"
        let relative = try open(name)
        let path = FileManager.default.currentDirectoryPath + "/" + name
        #expect(throws: StoreError.inUse(path)) { try open(path) }
        await relative.close()
        try FileManager.default.removeItem(atPath: path)
    }

    @Test func `lets go of the lock when it is dropped without closing`() async throws {
        do {
            let dropped = try open(folder.database)
            try dropped.write { try $0.probe() }
        }
        await (try open(folder.database)).close()
    }

    @Test func `starts beside the lock file of a receiver that was killed`() async throws {
        #expect(FileManager.default.createFile(atPath: folder.database + ".lock", contents: nil))
        await (try open(folder.database)).close()
    }

    // MARK: Places it refuses

    @Test func `refuses a place where nothing can be written, and makes nothing`() throws {
        #expect(FileManager.default.createFile(atPath: folder.path + "/file", contents: Data()))
        let before = try folder.names
        for path in ["/file/receiver.db", "/file/data/receiver.db", "/missing/data/receiver.db"] {
            let error = #expect(throws: StoreError.self) { try open(folder.path + path) }
            #expect(error?.code == .readOnly)
            #expect(error?.description.hasPrefix("Cannot write \(folder.path)/") == true)
            #expect(error?.description.hasSuffix("set DATABASE_URL to another file.") == true)
        }
        #expect(try folder.names == before)
    }

    @Test(arguments: ["", "/", "data/", "a\0b"])
    func `refuses a path that names no file`(path: String) {
        #expect(throws: StoreError.unusablePath(path)) { try open(path) }
    }

    @Test func `refuses a folder and a link to nowhere`() throws {
        try FileManager.default.createDirectory(atPath: folder.database, withIntermediateDirectories: false)
        let link = folder.path + "/link.db"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: folder.path + "/nowhere")
        let before = try folder.names
        for path in [folder.database, link] {
            #expect(#expect(throws: StoreError.self) { try open(path) }?.code == .readOnly)
        }
        #expect(try folder.names == before)
    }

    @Test func `removes what it made when it cannot start`() throws {
        let broken = Schema(migrations: [Schema.Migration(name: "v1", sql: "CREATE TABLE broken")])
        #expect(throws: StoreError.self) { try InboxDatabase(path: folder.path + "/new/receiver.db", schema: broken) }
        #expect(throws: StoreError.self) { try InboxDatabase(path: folder.database, schema: broken) }
        #expect(try folder.names == [])
    }

    // MARK: Files it refuses

    @Test func `refuses a file that is no database, and leaves it alone`() throws {
        let text = Data("This is no database, but long enough to be one.\n".utf8) + Data(count: 8_192)
        try text.write(to: URL(fileURLWithPath: folder.database))
        #expect(#expect(throws: StoreError.self) { try open(folder.database) }?.code == .corrupt)
        #expect(try contents(of: folder.database) == text)
        #expect(try folder.names == ["receiver.db"])
    }

    @Test func `refuses the database of another program, and leaves it alone`() throws {
        let other = try DatabaseQueue(path: folder.database)
        try other.write { try $0.execute(sql: "CREATE TABLE messages (id INTEGER)") }
        try other.close()
        let before = try contents(of: folder.database)
        #expect(throws: StoreError.foreign(try realPath(folder.database))) { try open(folder.database) }
        #expect(try contents(of: folder.database) == before)
        #expect(try folder.names == ["receiver.db"])
    }

    @Test func `refuses a damaged database`() async throws {
        let database = try open(folder.database)
        try database.write { database in
            for number in 0..<100 {
                _ = try database.append(.sample("msg_\(number)", body: [UInt8](repeating: 7, count: 3_000)))
            }
        }
        await database.close()
        var bytes = try contents(of: folder.database)
        for page in 10..<40 {
            bytes.replaceSubrange(page * 4_096..<page * 4_096 + 64, with: Data(repeating: 0xFF, count: 64))
        }
        try bytes.write(to: URL(fileURLWithPath: folder.database))

        let error = #expect(throws: StoreError.self) { try open(folder.database) }
        #expect(error?.code == .corrupt)
        #expect(error?.operation == "open")
        #expect(try contents(of: folder.database) == bytes)
    }

    @Test func `takes an empty file for a new database`() async throws {
        #expect(FileManager.default.createFile(atPath: folder.database, contents: Data()))
        let database = try open(folder.database)
        try database.write { _ = try $0.append(.sample()) }
        await database.close()
        #expect(try folder.names == ["receiver.db"])
    }

    private func realPath(_ path: String) throws -> String {
        URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    }
}
