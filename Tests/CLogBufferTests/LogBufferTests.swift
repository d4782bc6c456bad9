import CLogBuffer
import Testing

final class LogBufferTests {
    private let file = RecordedFile()

    /// A frame of the log, as long as its header and a page.
    private let frame = [UInt8](repeating: 1, count: 24) + [UInt8](repeating: 2, count: 4_096)

    init() throws {
        try #require(log_buffer_insert_before(file.file) == SQLITE_OK)
    }

    deinit {
        if !file.hasItsOwnMethods { _ = file.close() }
    }

    private func write(_ count: Int, at offset: Int64) {
        #expect(file.write([UInt8](repeating: 7, count: count), at: offset) == SQLITE_OK)
    }

    // MARK: A file

    @Test func `joins writes that continue each other until the file is synced`() {
        write(24, at: 32)
        write(4_096, at: 56)
        write(24, at: 4_152)
        #expect(file.calls == [])
        #expect(file.sync() == SQLITE_OK)
        #expect(file.sync() == SQLITE_OK)
        #expect(file.calls == [.write(at: 32, bytes: 4_144), .sync, .sync])
    }

    @Test func `keeps the order of writes to different places`() {
        write(10, at: 0)
        write(4, at: 2)
        write(4, at: 20)
        #expect(file.sync() == SQLITE_OK)
        let writes: [RecordedFile.Call] = [.write(at: 0, bytes: 10), .write(at: 2, bytes: 4), .write(at: 20, bytes: 4)]
        #expect(file.calls == writes + [.sync])
    }

    @Test func `writes before the content is used`() {
        write(5, at: 0)
        #expect(file.read() == SQLITE_OK)
        write(6, at: 5)
        #expect(file.truncate() == SQLITE_OK)
        write(7, at: 0)
        #expect(file.size() == SQLITE_OK)
        let expected: [RecordedFile.Call] = [
            .write(at: 0, bytes: 5), .read, .write(at: 5, bytes: 6), .truncate, .write(at: 0, bytes: 7), .size,
        ]
        #expect(file.calls == expected)
    }

    @Test func `writes when it is full, at most 128 KiB at once`() {
        var expected: [UInt8] = []
        for _ in 0..<100 {
            #expect(file.write(frame, at: Int64(expected.count)) == SQLITE_OK)
            expected += frame
        }
        #expect(file.sync() == SQLITE_OK)
        #expect(file.content == expected)
        #expect(file.calls.count == 5)
        #expect(file.calls.first == .write(at: 0, bytes: 31 * frame.count))
    }

    @Test func `passes on what is longer than itself, after what came before`() {
        write(8, at: 0)
        write(1 << 17, at: 8)
        write(1, at: 0)
        #expect(file.calls == [.write(at: 0, bytes: 8), .write(at: 8, bytes: 1 << 17)])
    }

    @Test func `reports a write that fails and drops it`() {
        write(8, at: 0)
        file.writeResult = SQLITE_FULL
        #expect(file.sync() == SQLITE_FULL)
        #expect(file.calls == [.write(at: 0, bytes: 8)])

        write(4, at: 0)
        #expect(file.write([1], at: 100) == SQLITE_FULL)
        file.writeResult = SQLITE_OK
        write(2, at: 4)
        #expect(file.sync() == SQLITE_OK)
        #expect(file.calls.suffix(2) == [.write(at: 4, bytes: 2), .sync])
    }

    @Test func `writes the rest when the file is closed, and goes`() {
        write(3, at: 0)
        #expect(file.close() == SQLITE_OK)
        #expect(file.calls == [.write(at: 0, bytes: 3), .close])
        #expect(file.hasItsOwnMethods)
    }

    @Test func `closes the file even when the rest cannot be written`() {
        write(3, at: 0)
        file.writeResult = SQLITE_FULL
        #expect(file.close() == SQLITE_FULL)
        #expect(file.calls.last == .close)
        #expect(file.hasItsOwnMethods)
    }

    // MARK: A connection

    @Test(arguments: [("1", true), ("0", false)])
    func `stays away from a log that SQLite pads`(safeOverwrite: String, isBuffered: Bool) throws {
        let database = try OpenDatabase(options: "psow=\(safeOverwrite)")
        try database.execute("PRAGMA journal_mode = WAL; CREATE TABLE t (x)")
        let methods = database.methodsOfLog
        #expect(log_buffer_insert(database.connection) == SQLITE_OK)
        #expect((database.methodsOfLog != methods) == isBuffered)
        try database.execute("INSERT INTO t VALUES (1)")
    }

    @Test func `refuses a connection without a log`() throws {
        let database = try OpenDatabase(options: "psow=1")
        try database.execute("CREATE TABLE t (x)")
        #expect(log_buffer_insert(database.connection) == SQLITE_MISUSE)
    }
}
