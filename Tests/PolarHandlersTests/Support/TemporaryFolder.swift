import Foundation
import Testing

/// A folder that is removed with its last reference.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appending(path: "handlers-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// The names of the files in it, sorted.
    var names: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
    }

    func file(_ name: String) -> String { "\(path)/\(name)" }

    func bytes(_ name: String) throws -> [UInt8] {
        try Array(Data(contentsOf: URL(filePath: file(name))))
    }

    func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }

    func lines(_ name: String) throws -> [String] {
        try text(name).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: URL(filePath: file(name)))
    }

    /// Waits until another process has written a whole line to a file, and returns its numbers.
    func numbers(in name: String) async throws -> [Int32] {
        let end = ContinuousClock.now + .seconds(300)
        while true {
            let text = (try? text(name)) ?? ""  // not there yet
            if text.hasSuffix("\n") { return text.split { !$0.isNumber }.compactMap { Int32($0) } }
            try #require(ContinuousClock.now < end, "nothing came to \(name)")
            try await Task.sleep(for: .milliseconds(5))
        }
    }
}
