import EventStore
import Foundation

/// The database's place on the disk: what is there before SQLite opens it.
struct DatabaseFile {
    /// The absolute path without symbolic links, equal for all ways to name the file.
    let path: String

    private let folder: String
    private let isFolderNew: Bool
    private var isNew = false

    /// Finds the place; makes the folder, readable by this user only, if only that is missing.
    init(path: String) throws(StoreError) {
        let url = URL(fileURLWithPath: path)
        guard !path.isEmpty, !path.contains("\0"), !path.hasSuffix("/") else { throw .unusablePath(path) }
        let parent = url.deletingLastPathComponent().path
        isFolderNew = try Self.makeFolder(parent)
        folder = try Self.canonicalPath(parent)
        // A file that is not there yet has no other name.
        self.path = (try? Self.canonicalPath(url.path)) ?? folder + "/" + url.lastPathComponent
    }

    /// The files that SQLite keeps: the database, its log and the log's index.
    private var files: [String] { ["", "-wal", "-shm"].map { path + $0 } }

    /// Makes the file if it is missing, checks that it can be written, and takes it from other users.
    mutating func create() throws(StoreError) {
        var descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        isNew = descriptor >= 0
        if descriptor < 0, errno == EEXIST { descriptor = open(path, O_RDWR | O_CLOEXEC) }
        guard descriptor >= 0 else { throw .system(errno, path: path) }
        Foundation.close(descriptor)
        // Fails only for a file of another user, and then it is that user's to decide.
        for file in files { chmod(file, 0o600) }
    }

    /// Removes a database that ``create()`` made.
    func removeDatabase() {
        guard isNew else { return }
        for file in files { unlink(file) }
    }

    /// Removes a folder that was made for the database.
    func removeFolder() {
        if isFolderNew { rmdir(folder) }
    }

    private static func makeFolder(_ path: String) throws(StoreError) -> Bool {
        guard mkdir(path, 0o700) == 0 else {
            guard errno == EEXIST else { throw .system(errno, path: path) }
            return false
        }
        try sync(URL(fileURLWithPath: path).deletingLastPathComponent().path)
        return true
    }

    /// Makes the new entry in a folder survive a power cut.
    static func sync(_ folder: String) throws(StoreError) {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .system(errno, path: folder) }
        defer { Foundation.close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .system(errno, path: folder) }
    }

    private static func canonicalPath(_ path: String) throws(StoreError) -> String {
        guard let resolved = realpath(path, nil) else { throw .system(errno, path: path) }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}
