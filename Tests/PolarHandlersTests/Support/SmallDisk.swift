import Foundation

/// A file system in memory that is full soon; it needs the right to mount.
final class SmallDisk: Sendable {
    private let path: String

    static var isPossible: Bool {
        guard let disk = try? TemporaryFolder() else { return false }
        return (try? SmallDisk(at: disk.file("disk"))) != nil
    }

    init(at path: String) throws {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
        guard mount("tmpfs", path, "tmpfs", 0, "size=256k") == 0 else { throw CocoaError(.fileWriteUnknown) }
        self.path = path
    }

    deinit {
        umount2(path, Int32(MNT_DETACH))
    }

    /// Leaves 16 kB or a little less.
    func fill() throws {
        try Data(count: 240 * 1_024 - 8_192).write(to: URL(filePath: "\(path)/filler"))
    }

    func empty() throws {
        try FileManager.default.removeItem(atPath: "\(path)/filler")
    }
}
