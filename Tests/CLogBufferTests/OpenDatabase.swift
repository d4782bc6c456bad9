import CLogBuffer
import Foundation
import Testing

/// A connection to a database of its own, in a folder that is gone with it.
final class OpenDatabase {
    let connection: OpaquePointer
    private let folder: URL

    /// Opens a database with options of SQLite's for its file name.
    init(options: String) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "log-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        var connection: OpaquePointer?
        let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_URI
        try #require(sqlite3_open_v2("file:\(folder.path)/test.db?\(options)", &connection, flags, nil) == SQLITE_OK)
        self.connection = try #require(connection)
    }

    deinit {
        sqlite3_close(connection)
        // What stays is the system's to clear away.
        try? FileManager.default.removeItem(at: folder)
    }

    func execute(_ sql: String) throws {
        try #require(sqlite3_exec(connection, sql, nil, nil, nil) == SQLITE_OK)
    }

    /// How SQLite uses the log of the connection.
    var methodsOfLog: UnsafePointer<sqlite3_io_methods>? {
        var log: UnsafeMutablePointer<sqlite3_file>?
        sqlite3_file_control(connection, "main", SQLITE_FCNTL_JOURNAL_POINTER, &log)
        return log?.pointee.pMethods
    }
}
