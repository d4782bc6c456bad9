import Foundation

/// A folder that is gone when nothing refers to it any more.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.path + "/store-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        // What stays is the system's to clear away.
        try? FileManager.default.removeItem(atPath: path)
    }

    /// Where the tests put the database.
    var database: String { path + "/receiver.db" }

    /// The names of the files inside.
    var names: Set<String> {
        get throws { Set(try FileManager.default.contentsOfDirectory(atPath: path)) }
    }
}
