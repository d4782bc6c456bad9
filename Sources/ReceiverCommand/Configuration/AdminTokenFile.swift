import Foundation
import PolarReceiver
import ReceiverConsole
import StandardWebhooks

/// The token of a console for which none is configured: `receiver.db.token` beside the database, readable by its owner only.
///
/// The first start makes it. For an inbox in memory it is in memory too.
struct AdminTokenFile {
    /// Nil for an inbox in memory.
    let path: String?

    init(_ database: DatabaseLocation) {
        path = if case .sqlite(let path) = database { "\(path).token" } else { nil }
    }

    /// The token, made if there is none; only for the process that holds the database.
    ///
    /// - Parameter warnings: gets a sentence where others can open the file.
    /// - Throws: ``CommandFailure``.
    func readOrMake(_ warnings: SecretWarnings) throws -> AccessToken {
        guard let path else { return try token(Self.makeText(), from: "memory") }
        if let text = try read(path, warnings) { return try token(text, from: path) }
        let text = Self.makeText()
        do { try write(text, to: path) } catch {
            throw CommandFailure(
                "Cannot write the token of the console to \(path): set ADMIN_TOKEN_FILE, or give this user write access."
            )
        }
        return try token(text, from: path)
    }

    /// Nil where there is no file.
    private func read(_ path: String, _ warnings: SecretWarnings) throws -> String? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        return try ConfiguredSecrets.single(inFile: path, warnings)
    }

    /// The file appears whole or not at all.
    private func write(_ text: String, to path: String) throws {
        let new = "\(path).new"
        // What an interrupted start has left.
        unlink(new)
        try PrivateFile.write(text + "\n", to: new)
        guard rename(new, path) == 0 else { throw CocoaError(.fileWriteUnknown) }
    }

    private func token(_ text: String, from place: String) throws -> AccessToken {
        guard let token = AccessToken(text) else {
            throw CommandFailure.configuration(
                """
                The token in \(place) has fewer than \(AccessToken.minimumLength) characters: remove the file, and the next \
                start makes a new one.
                """
            )
        }
        return token
    }

    /// 256 random bits.
    private static func makeText() -> String {
        RandomBytes.make(count: 32).map { String(format: "%02x", $0) }.joined()
    }
}
