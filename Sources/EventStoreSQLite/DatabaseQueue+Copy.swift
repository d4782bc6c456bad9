import EventStore
import Foundation
import GRDB

extension DatabaseQueue {
    /// Copies the database to `path`, readable by this user only and there only when it is whole and fulfils `check`.
    func copy(to path: String, check: (Database) throws -> Void = { _ in }) throws {
        let unfinished = path + DatabaseFile.unfinished
        unlink(unfinished)
        defer { unlink(unfinished) }
        let descriptor = open(unfinished, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw StoreError.system(errno, path: unfinished) }
        Foundation.close(descriptor)
        let target = try DatabaseQueue(path: unfinished)
        try backup(to: target)
        // Tells the copy from the database, should it take the place of that beside its log.
        try target.inDatabase { try $0.execute(sql: "PRAGMA user_version = \(Int32.random(in: 1 ... .max))") }
        try target.inDatabase(check)
        try target.close()
        guard rename(unfinished, path) == 0 else { throw StoreError.system(errno, path: path) }
        try DatabaseFile.sync(URL(fileURLWithPath: path).deletingLastPathComponent().path)
    }
}
