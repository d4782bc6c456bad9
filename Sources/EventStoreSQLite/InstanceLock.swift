import EventStore
import Foundation
import Synchronization

/// The right of one receiver to use a database: an advisory lock on a file beside it.
///
/// The kernel lets go of it when the process ends, however that happens. It is not on the database file itself, because
/// closing any descriptor of that would drop SQLite's own locks.
final class InstanceLock: Sendable {
    private let path: String
    private let descriptor: Mutex<Int32?>

    /// Takes the lock, or fails at once.
    init(database file: DatabaseFile) throws(StoreError) {
        path = file.path + ".lock"
        descriptor = Mutex(try Self.acquire(path, database: file.path))
    }

    deinit {
        release()
    }

    /// Removes the file and lets go of the lock.
    func release() {
        descriptor.withLock { descriptor in
            guard let value = descriptor.take() else { return }
            unlink(path)
            close(value)
        }
    }

    private static func acquire(_ path: String, database: String) throws(StoreError) -> Int32 {
        while true {
            let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
            guard descriptor >= 0 else { throw .system(errno, path: path) }
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0, isCurrent(descriptor, path) { return descriptor }
            let failure = errno
            close(descriptor)
            if failure == EWOULDBLOCK { throw .inUse(database) }
        }
    }

    /// False when the holder before us removed the file between our opening and locking it.
    private static func isCurrent(_ descriptor: Int32, _ path: String) -> Bool {
        var opened = stat()
        var named = stat()
        guard fstat(descriptor, &opened) == 0, stat(path, &named) == 0 else { return false }
        return opened.st_dev == named.st_dev && opened.st_ino == named.st_ino
    }
}
