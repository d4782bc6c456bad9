package import Glibc

/// Replaces a file by one that its owner alone may read, whole or not at all, also when the machine stops meanwhile.
///
/// The new file belongs to whom the old one did, so that a program which runs as that user can still read it.
package enum PrivateReplacement {
    /// Returns once the new file is on the disk.
    ///
    /// - Parameter mode: who may read and write it.
    /// - Returns: false where that is not certain; the file is then the old one or the new one, never a part, and `errno`
    ///   says why.
    package static func write(_ bytes: [UInt8], to path: String, mode: mode_t = 0o600) -> Bool {
        let temporary = "\(path).\(getpid()).new"
        // One that a process with this number has left behind when it was killed.
        unlink(temporary)
        guard writeNew(bytes, to: temporary, like: owner(of: path), mode), rename(temporary, path) == 0 else {
            let reason = errno
            unlink(temporary)
            errno = reason
            return false
        }
        return syncFolder(of: path)
    }

    /// Whose file it is; nil where there is none.
    private static func owner(of path: String) -> (user: uid_t, group: gid_t)? {
        var facts = stat()
        return stat(path, &facts) == 0 ? (facts.st_uid, facts.st_gid) : nil
    }

    private static func writeNew(
        _ bytes: [UInt8],
        to path: String,
        like owner: (user: uid_t, group: gid_t)?,
        _ mode: mode_t
    ) -> Bool {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return false }
        let isOwned = owner.map { fchown(descriptor, $0.user, $0.group) == 0 } ?? true
        // After the owner, which takes some bits away; before the content.
        let isWritten =
            isOwned && fchmod(descriptor, mode) == 0 && writeAll(bytes, to: descriptor) && fsync(descriptor) == 0
        let reason = errno
        let isClosed = close(descriptor) == 0
        if !isWritten { errno = reason }
        return isWritten && isClosed
    }

    private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }

    /// The name of a file is on the disk once its folder is.
    private static func syncFolder(of path: String) -> Bool {
        let folder = path.lastIndex(of: "/").map { path[..<$0] } ?? "."
        let descriptor = open(folder.isEmpty ? "/" : String(folder), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return fsync(descriptor) == 0
    }
}
