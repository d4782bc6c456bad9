import Glibc

/// Replaces a file by one that only its owner may read, whole or not at all, also when the machine stops meanwhile.
package enum PrivateReplacement {
    /// Returns once the new file is on the disk.
    ///
    /// - Returns: false where that is not certain; the file is then the old one or the new one, never a part, and `errno`
    ///   says why.
    package static func write(_ bytes: [UInt8], to path: String) -> Bool {
        let temporary = "\(path).\(getpid()).new"
        // One that a process with this number has left behind when it was killed.
        unlink(temporary)
        guard writeNew(bytes, to: temporary), rename(temporary, path) == 0 else {
            let reason = errno
            unlink(temporary)
            errno = reason
            return false
        }
        return syncFolder(of: path)
    }

    private static func writeNew(_ bytes: [UInt8], to path: String) -> Bool {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return false }
        let isWritten = writeAll(bytes, to: descriptor) && fsync(descriptor) == 0
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
