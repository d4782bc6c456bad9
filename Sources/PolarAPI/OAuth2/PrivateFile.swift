import Glibc

/// Reads a small file that nobody but its owner may read.
enum PrivateFile {
    /// Why it is not read.
    enum Failure: Error {
        case missing
        case readableByOthers
        case noFile
        case tooLarge
        case system(Int32)
    }

    /// The content; what is checked is the open file, not the one that may have its name a moment later.
    static func read(_ path: String, limit: Int) throws(Failure) -> [UInt8] {
        // Without O_NONBLOCK a pipe of that name would be waited for.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw errno == ENOENT ? .missing : .system(errno) }
        defer { close(descriptor) }
        try check(descriptor)
        return try content(of: descriptor, limit: limit)
    }

    private static func check(_ descriptor: Int32) throws(Failure) {
        var facts = stat()
        guard fstat(descriptor, &facts) == 0 else { throw .system(errno) }
        guard facts.st_mode & S_IFMT == S_IFREG else { throw .noFile }
        guard facts.st_mode & 0o077 == 0 else { throw .readableByOthers }
    }

    private static func content(of descriptor: Int32, limit: Int) throws(Failure) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: limit + 1)
        var end = 0
        while end <= limit {
            let count = bytes.withUnsafeMutableBytes { buffer in
                let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[end...])
                return Glibc.read(descriptor, rest.baseAddress, rest.count)
            }
            guard count >= 0 else { throw .system(errno) }
            guard count > 0 else { return Array(bytes.prefix(end)) }
            end += count
        }
        throw .tooLarge
    }
}
