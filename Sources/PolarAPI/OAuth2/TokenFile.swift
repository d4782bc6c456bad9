import Foundation
import Glibc

/// The file that tokens are kept in, between two runs of a program and for several at the same time.
///
/// Only its owner may read it. It is replaced as a whole, and is on the disk before anybody gets a token of it.
public struct TokenFile: Sendable {
    /// Many times what two tokens and a client need.
    private static let sizeLimit = 64 << 10

    /// Where it is.
    public let path: String

    /// - Parameter path: the file, which need not be there yet.
    public init(path: String) {
        self.path = path
    }

    /// Whether there is one.
    public var exists: Bool { access(path, F_OK) == 0 }

    /// Reads the file.
    ///
    /// - Throws: ``PolarError/tokenFile(reason:)`` where it is no such file, or where others may read it.
    public func read() throws(PolarError) -> StoredGrant {
        let bytes: [UInt8]
        do throws(PrivateFile.Failure) { bytes = try PrivateFile.read(path, limit: Self.sizeLimit) } catch {
            throw .tokenFile(reason: sentence(error))
        }
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        guard let grant = try? decoder.decode(StoredGrant.self, from: Data(bytes)) else {
            // What is wrong inside is not told, since it could be a part of a token.
            throw .tokenFile(reason: "The file \(path) holds no tokens: run 'polar-receiver connect' again.")
        }
        return grant
    }

    /// Replaces the file, and returns once the new one is on the disk.
    ///
    /// - Throws: ``PolarError/tokenFile(reason:)``; the file is as it was then, unless only its folder could not be synced.
    public func write(_ grant: StoredGrant) throws(PolarError) {
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .iso8601
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        guard let bytes = try? encoder.encode(grant) else {
            throw .tokenFile(reason: "The tokens cannot be written as JSON, so \(path) stays as it is.")
        }
        guard PrivateReplacement.write(Array(bytes), to: path) else {
            throw .tokenFile(
                reason: """
                    The tokens cannot be kept in \(path) (\(Self.text(errno))): its folder needs room, and you the right to \
                    write to it.
                    """
            )
        }
    }

    /// Keeps other programs from refreshing; nil while another one does.
    func lock() throws(PolarError) -> FileLock? { try FileLock(path: "\(path).lock") }

    private func sentence(_ failure: PrivateFile.Failure) -> String {
        switch failure {
        case .missing: "There is no file \(path): run 'polar-receiver connect'."
        case .readableByOthers: "Others may read the tokens in \(path): run 'chmod 600 \(path)', and connect again."
        case .noFile, .tooLarge:
            "The file \(path) holds no tokens: name another one, or run 'polar-receiver connect' again."
        case .system(let reason):
            "The file \(path) cannot be read (\(Self.text(reason))): it must belong to the user who runs the program."
        }
    }

    private static func text(_ reason: Int32) -> String { String(cString: strerror(reason)) }
}
