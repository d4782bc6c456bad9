import Foundation
import Synchronization

/// Why no secret could be read, in one sentence with the remedy.
package struct SecretProblem: Error, Hashable, Sendable, CustomStringConvertible {
    /// The sentence; it never shows the text.
    package let description: String

    private init(_ description: String) {
        self.description = description
    }

    /// A file that does not exist, is not open to this user, is not UTF-8, or is longer than any secret.
    static func unreadable(_ path: String) -> SecretProblem {
        SecretProblem("Cannot read the secret file \(path): name a readable UTF-8 text file.")
    }

    static func empty(_ name: String) -> SecretProblem {
        SecretProblem("\(name) is empty; put the secret there.")
    }

    static func placeholder(_ name: String) -> SecretProblem {
        SecretProblem(
            "\(name) is a literal ${…}, which was not replaced by the secret; set the variable that it names."
        )
    }
}

/// What an operator should know about secrets that were read; each sentence once.
package final class SecretWarnings: Sendable {
    private let sentences = Mutex<[String]>([])

    package init() {}

    /// The sentences so far.
    package var all: [String] { sentences.withLock { $0 } }

    /// Takes a sentence, if there is one.
    package func note(_ sentence: String?) {
        guard let sentence else { return }
        sentences.withLock { if !$0.contains(sentence) { $0.append(sentence) } }
    }
}

extension SecretText {
    /// No file of secrets is longer; a wrong path can lead to an endless one.
    private static let sizeLimit = 1 << 20

    /// Reads a file, without the line end with which text files end, and notes a warning where others can open the file.
    package init(file path: String, _ warnings: SecretWarnings) throws(SecretProblem) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .unreadable(path) }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        var facts = stat()
        guard fstat(descriptor, &facts) == 0, var text = Self.content(of: handle) else { throw .unreadable(path) }
        if text.last?.isNewline == true { text.removeLast() }
        self.init(text)
        guard !isEmpty else { throw .empty("The secret file \(path)") }
        warnings.note(Self.warning(about: facts, path: path))
    }

    /// The one secret that a text is, such as a token: its first line that is not blank, trimmed.
    ///
    /// - Parameter name: what holds the text, as the subject of a sentence.
    package func single(_ name: String, _ warnings: SecretWarnings) throws(SecretProblem) -> String {
        let line = firstLine
        guard !line.isEmpty else { throw .empty(name) }
        guard !SecretText(line).isPlaceholder else { throw .placeholder(name) }
        if SecretText(line).hasComment {
            warnings.note("\(name) seems to have a comment behind the secret; remove it.")
        }
        return line
    }

    /// The one secret in the file at `path`.
    package static func single(file path: String, _ warnings: SecretWarnings) throws(SecretProblem) -> String {
        try SecretText(file: path, warnings).single("The secret file \(path)", warnings)
    }

    /// The sentence about a file that other users of the machine can open; nil where they cannot.
    package static func warning(aboutFile path: String) -> String? {
        var facts = stat()
        return stat(path, &facts) == 0 ? warning(about: facts, path: path) : nil
    }

    private static func content(of file: FileHandle) -> String? {
        let content: Data
        // An error, such as that of a folder, says no more than that the file cannot be read.
        do { content = try file.read(upToCount: sizeLimit + 1) ?? Data() } catch { return nil }
        return content.count <= sizeLimit ? String(validating: content, as: UTF8.self) : nil
    }

    /// A pipe or a device is not judged, and neither is the group through which another owner lets this process read.
    private static func warning(about facts: stat, path: String) -> String? {
        guard facts.st_mode & S_IFMT == S_IFREG else { return nil }
        let isLent = facts.st_uid != geteuid() && isGroupOfProcess(facts.st_gid)
        let open = facts.st_mode & (isLent ? 0o027 : 0o077)
        guard open != 0 else { return nil }
        let mode = String(facts.st_mode & 0o777, radix: 8)
        let deed = open & 0o022 == 0 ? "read" : "change"
        let remedy = "run 'chmod \(isLent ? "640" : "600") \(path)'"
        return "Other users of this machine can \(deed) the secret file \(path) (mode 0\(mode)); \(remedy)."
    }

    private static func isGroupOfProcess(_ group: gid_t) -> Bool {
        if group == getegid() { return true }
        var groups = [gid_t](repeating: 0, count: 1_024)
        let count = Int(getgroups(Int32(groups.count), &groups))
        return groups.prefix(max(0, count)).contains(group)
    }
}
