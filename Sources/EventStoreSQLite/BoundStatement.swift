import CSQLite
import GRDB

/// A compiled statement that takes its values without an array of them in between.
///
/// The few statements that every append runs; all others are the library's.
struct BoundStatement: ~Copyable {
    private let statement: OpaquePointer

    /// Compiles a statement.
    init(_ sql: String, on database: Database) throws {
        var statement: OpaquePointer?
        let flags = UInt32(SQLITE_PREPARE_PERSISTENT)
        let code = sqlite3_prepare_v3(database.sqliteConnection, sql, -1, flags, &statement, nil)
        guard code == SQLITE_OK, let statement else { throw Self.error(code, database) }
        self.statement = statement
    }

    deinit {
        sqlite3_finalize(statement)
    }

    // MARK: Binding, by the places of the values from 1

    func bind(_ value: Int64?, at place: Int32) {
        guard let value else { return unbind(place) }
        sqlite3_bind_int64(statement, place, value)
    }

    /// Binds a text with all its characters, NUL too.
    func bind(_ text: String?, at place: Int32) {
        guard var text else { return unbind(place) }
        text.withUTF8 { bytes in
            // No text is as long as 2 GiB: all are parts of one request.
            _ = bytes.withMemoryRebound(to: CChar.self) { characters in
                sqlite_bind_copied_text(statement, place, characters.baseAddress, Int32(clamping: bytes.count))
            }
        }
    }

    /// Runs `body` while bytes are bound, which are not copied.
    func withBound(_ bytes: [UInt8], at place: Int32, _ body: () throws -> Void) throws {
        defer { unbind(place) }
        try bytes.withUnsafeBytes { buffer in
            if let start = buffer.baseAddress, !buffer.isEmpty {
                sqlite3_bind_blob64(statement, place, start, UInt64(buffer.count), nil)
            } else {
                sqlite3_bind_zeroblob(statement, place, 0)
            }
            try body()
        }
    }

    func unbind(_ place: Int32) {
        sqlite3_bind_null(statement, place)
    }

    // MARK: Running

    /// Runs a statement that returns no rows.
    func run(on database: Database) throws {
        let code = sqlite3_step(statement)
        sqlite3_reset(statement)
        guard code == SQLITE_DONE else { throw Self.error(code, database) }
    }

    private static func error(_ code: Int32, _ database: Database) -> DatabaseError {
        let message = database.sqliteConnection.flatMap(sqlite3_errmsg).map { String(cString: $0) }
        return DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
    }
}
