import EventStore
import Foundation
import GRDB

extension Schema {
    /// Copies a database to `path`, readable by this user only and there only when it is whole.
    func copy(_ source: DatabaseQueue, to path: String) throws {
        let unfinished = path + ".unfinished"
        unlink(unfinished)
        defer { unlink(unfinished) }
        let descriptor = open(unfinished, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw StoreError.system(errno, path: unfinished) }
        close(descriptor)
        let target = try DatabaseQueue(path: unfinished)
        try source.backup(to: target)
        try target.close()
        guard rename(unfinished, path) == 0 else { throw StoreError.system(errno, path: path) }
    }
}
