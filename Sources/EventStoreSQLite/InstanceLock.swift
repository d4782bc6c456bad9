import EventStore
import Foundation
import Synchronization

/// The right of one receiver to use a database: advisory locks on a file beside it and on the database file itself.
///
/// The kernel ends both when the process ends, however that happens. The lock beside the file keeps older versions away
/// too. It is lost when someone removes its file; the lock on the database file is not. That one is on a byte that SQLite
/// does not lock, and belongs to the open file, so that SQLite's own locks stay when they are released.
final class InstanceLock: Sendable {
    /// How often a lock file that is removed meanwhile is made again.
    private static let attempts = 100

    private struct Descriptors {
        let lock: Int32
        let database: Int32
    }

    private let path: String
    private let descriptors: Mutex<Descriptors?>

    /// The open database file, until the lock is released.
    ///
    /// Closing any descriptor of the file drops SQLite's locks of this process, so there is only this one.
    let database: Int32

    /// Takes the locks, or fails at once; makes the database file if it is missing.
    init(database file: inout DatabaseFile) throws(StoreError) {
        path = file.path + ".lock"
        let lock = try Self.acquire(path, database: file.path)
        do throws(StoreError) {
            database = try file.open()
        } catch {
            Self.remove(path, lock)
            throw error
        }
        descriptors = Mutex(Descriptors(lock: lock, database: database))
        guard Self.lockByte(of: database) else {
            let failure = errno
            release()
            throw failure == EAGAIN || failure == EACCES ? .inUse(file.path) : .system(failure, path: file.path)
        }
    }

    deinit {
        release()
    }

    /// Releases the locks; call it after SQLite has closed the database.
    ///
    /// - Parameter keepsMark: whether the file beside the database stays, so that the next start knows the mark in it.
    func release(keepsMark: Bool = false) {
        descriptors.withLock { descriptors in
            guard let open = descriptors.take() else { return }
            if keepsMark { close(open.lock) } else { Self.remove(path, open.lock) }
            close(open.database)
        }
    }

    private static func remove(_ path: String, _ descriptor: Int32) {
        unlink(path)
        close(descriptor)
    }

    // MARK: The file beside the database

    /// Opens and locks the file at `path`, which is made if it is missing.
    ///
    /// - Parameter systemLock: locks an open file; something else in tests.
    static func acquire(
        _ path: String,
        database: String,
        systemLock: (_ descriptor: Int32) -> Int32 = { flock($0, LOCK_EX | LOCK_NB) }
    ) throws(StoreError) -> Int32 {
        for _ in 0..<attempts {
            let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
            guard descriptor >= 0 else { throw .system(errno, path: path) }
            let isLocked = systemLock(descriptor) == 0
            let failure = errno
            if isLocked, isCurrent(descriptor, path) { return descriptor }
            close(descriptor)
            guard !isLocked, failure != EINTR else { continue }
            throw failure == EWOULDBLOCK ? .inUse(database) : .system(failure, path: path)
        }
        throw .inUse(database)
    }

    /// False when the holder before us removed the file between our opening and locking it.
    private static func isCurrent(_ descriptor: Int32, _ path: String) -> Bool {
        var opened = stat()
        var named = stat()
        guard fstat(descriptor, &opened) == 0, stat(path, &named) == 0 else { return false }
        return opened.st_dev == named.st_dev && opened.st_ino == named.st_ino
    }

    // MARK: The database file

    /// `F_OFD_SETLK`, which the C library shows to GNU sources only.
    private static let setOpenFileLock: Int32 = 37

    /// A byte beside the 512 from 0x40000000 on that SQLite locks, in a page that it never uses.
    private static let lockedByte: off_t = 0x4000_0200

    /// False, with `errno` set, when another process has the lock, or there is no lock to be had.
    private static func lockByte(of descriptor: Int32) -> Bool {
        var range = flock()
        range.l_type = Int16(F_WRLCK)
        range.l_whence = Int16(SEEK_SET)
        range.l_start = lockedByte
        range.l_len = 1
        return fcntl(descriptor, setOpenFileLock, &range) == 0
    }

    // MARK: The mark

    /// The mark of the state that the log beside the database belongs to, nil where none was kept.
    var mark: UInt32? {
        withLockFile { descriptor in
            var bytes = [UInt8](repeating: 0, count: 8)
            guard pread(descriptor, &bytes, bytes.count, 0) == bytes.count else { return nil }
            return UInt32(String(decoding: bytes, as: UTF8.self), radix: 16)
        } ?? nil
    }

    /// Keeps the mark of the state that the log belongs to, or forgets the earlier one; false when that failed.
    ///
    /// It is on the disk when this returns, so that after a power cut it never names an earlier state.
    func keep(mark: UInt32?) -> Bool {
        withLockFile { descriptor in
            guard ftruncate(descriptor, 0) == 0 else { return false }
            if let mark {
                let text = String(UInt64(mark) + 1 << 32, radix: 16).dropFirst()
                guard pwrite(descriptor, Array(text.utf8), text.utf8.count, 0) == text.utf8.count else { return false }
            }
            return fsync(descriptor) == 0
        } ?? false
    }

    private func withLockFile<Value>(_ body: (Int32) -> Value) -> Value? {
        descriptors.withLock { $0?.lock }.map(body)
    }
}
