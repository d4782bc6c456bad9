import Foundation
import GRDB

/// Opens SQLite files.
enum DatabaseFile {
    /// Opens a file with the newest tables; makes it, and its folder, where there is none.
    static func open(_ path: String, migrator: DatabaseMigrator) throws -> DatabaseQueue {
        let folder = URL(filePath: path).deletingLastPathComponent()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let database = try DatabaseQueue(path: path)
        try migrator.migrate(database)
        return database
    }
}
