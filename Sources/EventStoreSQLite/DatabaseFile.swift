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

    /// Opens the file for reading and writing, makes it if it is missing, and takes its rights from other users.
    mutating func open() throws(StoreError) -> Int32 {
        var descriptor = Foundation.open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        isNew = descriptor >= 0
        if descriptor < 0, errno == EEXIST {
            descriptor = Foundation.open(path, O_RDWR | O_NOFOLLOW | O_CLOEXEC)
        }
        guard descriptor >= 0 else { throw .system(errno, path: path) }
        for file in files where !Self.restrict(file) {
            Foundation.close(descriptor)
            throw .system(ELOOP, path: file)
        }
        return descriptor
    }

    /// Takes the rights of other users to a file; false for a link, which is not followed.
    ///
    /// By name: to close a descriptor of the log's index would drop the locks that SQLite has on it in this process. It
    /// also fails for a file of another user, which then decides on its rights.
    private static func restrict(_ path: String) -> Bool {
        fchmodat(AT_FDCWD, path, 0o600, AT_SYMLINK_NOFOLLOW) == 0 || (errno != EOPNOTSUPP && errno != ELOOP)
    }

    /// The size of the log, 0 where there is none.
    var logSize: Int64 {
        var status = stat()
        return stat(path + "-wal", &status) == 0 ? Int64(status.st_size) : 0
    }

    /// Removes a database that ``open()`` made.
    func removeDatabase() {
        guard isNew else { return }
        for file in files { unlink(file) }
    }

    // MARK: Copies

    /// Where the file is copied to before a migration.
    func copyPath(before migration: String) -> String { "\(path).before-\(migration)" }

    /// The copies that migrations made before `date`, by the clock of the file system.
    func copies(madeBefore date: Date) throws(StoreError) -> [String] {
        try siblings(withPrefix: copyPath(before: "")).filter { copy in
            var status = stat()
            guard !copy.contains(Self.unfinished), stat(copy, &status) == 0 else { return false }
            return Double(status.st_mtim.tv_sec) < date.timeIntervalSince1970
        }
    }

    /// What is appended to the name of a copy until it is whole.
    static let unfinished = ".unfinished"

    /// Removes what an interrupted migration left of its copy.
    func removeUnfinishedCopies() throws(StoreError) {
        for copy in try siblings(withPrefix: copyPath(before: "")) where copy.contains(Self.unfinished) { unlink(copy) }
    }

    private func siblings(withPrefix prefix: String) throws(StoreError) -> [String] {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            throw .system(EACCES, path: folder)
        }
        return names.map { "\(folder)/\($0)" }.filter { $0.hasPrefix(prefix) }.sorted()
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
        let descriptor = Foundation.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
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
