import Foundation

/// A folder that goes with its last reference.
final class TemporaryFolder: Sendable {
    let url: URL

    init() throws {
        // Its own path has no link in it.
        let temporary = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
        url = temporary.appending(path: "settings-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
    }

    func path(_ name: String) -> String { url.appending(path: name).path }

    /// Writes a file in place, for its owner only; returns its path.
    @discardableResult
    func write(_ text: String, to name: String) throws -> String {
        try Data(text.utf8).write(to: url.appending(path: name))
        chmod(path(name), 0o600)
        return path(name)
    }

    /// Puts a new file in the place of an old one.
    func replace(_ name: String, with text: String) throws {
        try write(text, to: "\(name).new")
        guard rename(path("\(name).new"), path(name)) == 0 else { throw POSIXError(.EIO) }
    }

    func remove(_ name: String) throws {
        try FileManager.default.removeItem(at: url.appending(path: name))
    }

    func makeFolder(_ name: String) throws {
        try FileManager.default.createDirectory(at: url.appending(path: name), withIntermediateDirectories: true)
    }

    /// Makes a link, or leads one elsewhere in one step.
    func link(_ name: String, to target: String) throws {
        let temporary = path("\(name).new")
        try FileManager.default.createSymbolicLink(atPath: temporary, withDestinationPath: target)
        guard rename(temporary, path(name)) == 0 else { throw POSIXError(.EIO) }
    }
}
