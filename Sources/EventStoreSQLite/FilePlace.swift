import Foundation

/// A file under its name; the file stays open when the name is gone, and what is written to it then is lost.
struct FilePlace: Sendable {
    private let path: String
    private let identity: Identity?

    private struct Identity: Equatable {
        let device: dev_t
        let number: ino_t
    }

    /// Remembers which file is at `path` now.
    init(path: String) {
        self.path = path
        identity = Self.identity(of: path)
    }

    /// Whether the same file is still there.
    var isKept: Bool { identity != nil && Self.identity(of: path) == identity }

    private static func identity(of path: String) -> Identity? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        return Identity(device: status.st_dev, number: status.st_ino)
    }
}
