import Foundation
import Testing

/// A certificate that nobody vouches for, in files that go with the value's last reference.
final class SelfSignedCertificate: Sendable {
    private let folder: URL

    /// The certificate.
    var file: String { folder.appending(path: "certificate.pem").path }

    /// Key and certificate, for the server.
    var keyFile: String { folder.appending(path: "both.pem").path }

    /// Has openssl make one, for names such as `DNS:localhost,IP:127.0.0.1`.
    init(names: String) async throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "certificate-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let key = folder.appending(path: "key.pem")
        let arguments =
            ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"]
            + ["-subj", "/CN=test", "-addext", "subjectAltName=\(names)", "-keyout", key.path, "-out", file]
        try #require(try await Self.run("/usr/bin/openssl", arguments) == 0)
        try (Data(contentsOf: key) + Data(contentsOf: URL(filePath: file))).write(to: URL(filePath: keyFile))
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    private static func run(_ program: String, _ arguments: [String]) async throws -> Int32 {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.environment = ["PATH": "/usr/bin:/bin"]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        return try await withCheckedThrowingContinuation { continuation in
            process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
            do { try process.run() } catch {
                process.terminationHandler = nil
                continuation.resume(throwing: error)
            }
        }
    }
}
