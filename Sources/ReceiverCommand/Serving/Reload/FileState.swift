import Glibc

/// What tells whether a file is another one or has changed; equal for equal content that nobody has touched.
struct FileState: Hashable, Sendable {
    private let device: UInt64
    private let number: UInt64
    private let size: Int64
    private let changes: [Int]

    /// Nil where there is no file at the end of the path and its links.
    init?(path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        device = UInt64(status.st_dev)
        number = UInt64(status.st_ino)
        size = Int64(status.st_size)
        changes = [status.st_mtim.tv_sec, status.st_mtim.tv_nsec, status.st_ctim.tv_sec, status.st_ctim.tv_nsec]
    }
}
