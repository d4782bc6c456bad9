import Foundation

/// Why the system cannot run a file that is there and may be run.
///
/// The system's own word is often that the file does not exist, and means the interpreter that the first line names.
struct ScriptFault: CustomStringConvertible {
    /// As much of a first line as Linux looks at.
    private static let lineLimit = 256

    private static let byteOrderMark = [0xEF, 0xBB, 0xBF] as [UInt8]
    private static let executableFormat = [0x7F] as [UInt8] + "ELF".utf8

    /// What is wrong, and what to do.
    let description: String

    /// Nil where the first line says nothing against it.
    init?(path: String) {
        guard let file = FileHandle(forReadingAtPath: path) else { return nil }
        defer { try? file.close() }  // it was only read
        do {
            // Nil for an empty file.
            let start = try file.read(upToCount: Self.lineLimit).map(Array.init) ?? []
            guard let fault = Self.fault(start) else { return nil }
            description = fault
        } catch {
            return nil
        }
    }

    private static func fault(_ start: [UInt8]) -> String? {
        if start.starts(with: executableFormat) { return nil }
        if start.starts(with: byteOrderMark) {
            return "its first line begins with an invisible byte order mark; save the file as UTF-8 without it"
        }
        guard start.starts(with: "#!".utf8) else {
            return """
                it is neither a program for this system nor a script whose first line begins with #! and an interpreter
                """
        }
        let line = start.dropFirst(2).prefix { $0 != UInt8(ascii: "\n") }
        guard line.last != UInt8(ascii: "\r") else {
            return """
                its first line ends with a carriage return, which makes the name of its interpreter wrong; save the file \
                with Unix line ends
                """
        }
        let words = line.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        guard let name = words.first else { return "its first line names no interpreter after #!" }
        return fault(ofInterpreter: String(decoding: name, as: UTF8.self))
    }

    private static func fault(ofInterpreter interpreter: String) -> String? {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: interpreter, isDirectory: &isFolder) else {
            return "the interpreter \(interpreter) of its first line does not exist; install it or correct the line"
        }
        guard !isFolder.boolValue, access(interpreter, X_OK) == 0 else {
            return "the interpreter \(interpreter) of its first line is not a program that this user may run"
        }
        return nil
    }
}
