import Foundation

/// A command's input: a file, or standard input under the name `-`.
enum InputFile {
    /// All of its bytes.
    static func read(_ name: String) throws -> [UInt8] {
        do {
            guard name == "-" else { return [UInt8](try Data(contentsOf: URL(filePath: name))) }
            return [UInt8](try FileHandle.standardInput.readToEnd() ?? Data())
        } catch {
            throw unreadable(name)
        }
    }

    /// The failure of one that cannot be read.
    static func unreadable(_ name: String) -> CommandFailure {
        CommandFailure("Cannot read \(name): give the path of a readable file, or - for standard input.")
    }
}
