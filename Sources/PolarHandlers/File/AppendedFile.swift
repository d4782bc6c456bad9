import Foundation

/// An open file that only ever grows by whole lines, closed with its last reference.
final class AppendedFile: Sendable {
    /// Which file it is, whatever its name.
    struct Place: Hashable {
        let device: dev_t
        let number: ino_t
    }

    /// What the system says of it.
    struct Status {
        let place: Place
        let size: Int
        let linkCount: Int
        let lastWrite: Date

        fileprivate init(_ status: stat) {
            place = Place(device: status.st_dev, number: status.st_ino)
            size = Int(status.st_size)
            linkCount = Int(status.st_nlink)
            lastWrite = Date(timeIntervalSince1970: TimeInterval(status.st_mtim.tv_sec))
        }
    }

    private let path: String
    private let descriptor: Int32

    /// Opens the file, or makes it for its owner alone, and takes it for this process.
    init(path: String) throws(FileError) {
        let flags = O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK
        let descriptor = retrying { Foundation.open(path, flags, 0o600) }
        guard descriptor >= 0 else { throw FileError("Cannot open \(path)", errno) }
        self.path = path
        self.descriptor = descriptor
        try prepare()
    }

    /// Looks whether the file can be opened, or made, without doing either.
    static func check(path: String) throws(FileError) {
        let folder = URL(filePath: path).deletingLastPathComponent().path
        var status = stat()
        if lstat(path, &status) == 0 {
            guard status.st_mode & S_IFMT == S_IFREG else { throw FileError("\(path) is not a regular file") }
            guard access(path, R_OK | W_OK) == 0 else { throw FileError("Cannot open \(path)", errno) }
        } else if errno != ENOENT {
            throw FileError("Cannot look at \(path)", errno)
        }
        guard stat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
            throw FileError("The folder \(folder) does not exist; make it, or name another one")
        }
        // A rotated file gets another name in the folder.
        guard access(folder, W_OK | X_OK) == 0 else { throw FileError("Cannot make files in \(folder)", errno) }
    }

    deinit {
        // A program that is being started holds all descriptors for a moment, and with them the lock.
        flock(descriptor, LOCK_UN)
        close(descriptor)
    }

    /// Which file is at a path; nil where there is none.
    static func place(of path: String) throws(FileError) -> Place? {
        var status = stat()
        guard lstat(path, &status) != 0 else { return Status(status).place }
        guard errno == ENOENT else { throw FileError("Cannot look at \(path)", errno) }
        return nil
    }

    func status() throws(FileError) -> Status {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw FileError("Cannot look at \(path)", errno) }
        return Status(status)
    }

    /// Appends lines as a whole: what a failure leaves of them is cut off again.
    func append(_ lines: [UInt8], syncs: Bool) throws(FileError) {
        let size = try status().size
        do throws(FileError) {
            try write(lines.span.bytes)
            if syncs { try sync() }
        } catch {
            // Where even this fails, the next one who opens the file begins a new line.
            ftruncate(descriptor, off_t(size))
            throw error
        }
    }

    // MARK: Opening

    private func prepare() throws(FileError) {
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw FileError("\(path) is not a regular file")
        }
        guard retrying({ flock(descriptor, LOCK_EX | LOCK_NB) }) == 0 else {
            throw FileError("Another handler or receiver writes to \(path); give each a file of its own")
        }
        try endLine(at: Int(status.st_size))
        try syncFolder()
    }

    /// A crash in the middle of a write leaves a part of a line, which must not become the beginning of the next one.
    private func endLine(at size: Int) throws(FileError) {
        guard size > 0 else { return }
        var last: UInt8 = 0
        guard retrying({ pread(descriptor, &last, 1, off_t(size - 1)) }) == 1 else {
            throw FileError("Cannot read \(path)", errno)
        }
        if last != UInt8(ascii: "\n") { try append([UInt8(ascii: "\n")], syncs: false) }
    }

    /// Makes the name of a new or rotated file last.
    private func syncFolder() throws(FileError) {
        let folder = URL(filePath: path).deletingLastPathComponent().path
        let descriptor = retrying { Foundation.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
        guard descriptor >= 0 else { throw FileError("Cannot open \(folder)", errno) }
        defer { close(descriptor) }
        // Some file systems cannot sync a folder, and say so with EINVAL.
        guard fsync(descriptor) == 0 || errno == EINVAL else { throw FileError("Cannot sync \(folder)", errno) }
    }

    // MARK: Writing

    private func write(_ bytes: RawSpan) throws(FileError) {
        var rest = bytes
        while !rest.isEmpty {
            let count = retrying { rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) } }
            guard count > 0 else { throw FileError("Cannot write \(path)", errno) }
            rest = rest.extracting(droppingFirst: count)
        }
    }

    private func sync() throws(FileError) {
        guard retrying({ fdatasync(descriptor) }) == 0 else { throw FileError("Cannot sync \(path)", errno) }
    }
}

/// Makes a system call again as long as a signal interrupts it.
private func retrying<Value: BinaryInteger>(_ call: () -> Value) -> Value {
    while true {
        let value = call()
        if value != -1 || errno != EINTR { return value }
    }
}
