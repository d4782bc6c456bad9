import Synchronization

@testable import PolarAPI

/// A lock that is let go when a test says so.
final class LockHolder: Sendable {
    private let lock: Mutex<FileLock?>

    init(_ lock: FileLock) {
        self.lock = Mutex(lock)
    }

    func release() {
        lock.withLock { $0 = nil }
    }
}
