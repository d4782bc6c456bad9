import Glibc

/// Keeps other programs from a file until it is let go.
final class FileLock: Sendable {
    private let descriptor: Int32

    /// Nil while another program has it.
    ///
    /// - Throws: ``PolarError/tokenFile(reason:)`` where the folder takes no file, or its file system knows no locks.
    init?(path: String) throws(PolarError) {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Self.error("made", path) }
        self.descriptor = descriptor
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            // It is closed when this returns: what is initialised is also deinitialised.
            guard errno == EWOULDBLOCK || errno == EINTR else { throw Self.error("locked", path) }
            return nil
        }
    }

    deinit {
        close(descriptor)
    }

    private static func error(_ what: String, _ path: String) -> PolarError {
        let reason = String(cString: strerror(errno))
        return .tokenFile(
            reason: "The file \(path) cannot be \(what) (\(reason)): its folder must be one you may write to."
        )
    }
}
