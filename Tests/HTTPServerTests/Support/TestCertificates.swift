import Foundation

/// Certificates that `openssl` makes in a folder of their own, which goes with the value.
final class TestCertificates: Sendable {
    /// Two certificates that all tests use.
    static let shared = Result { try TestCertificates() }

    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "certificates-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for name in ["first", "second"] { try make(name) }
        try make("ended")
        try openssl("x509 -in ended.pem -signkey ended.key -days -1 -out ended.pem")
        try openssl("pkcs12 -export -in first.pem -inkey first.key -out first.p12 -passout pass:open-sesame")
        try openssl("ec -in first.key -aes256 -passout pass:open-sesame -out locked.key")
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    func path(_ name: String) -> String {
        folder.appending(path: name).path
    }

    /// A certificate for localhost called `name`, and its key.
    private func make(_ name: String) throws {
        try openssl(
            """
            req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 30 -subj /CN=\(name) \
            -addext subjectAltName=DNS:localhost,IP:127.0.0.1 -keyout \(name).key -out \(name).pem
            """
        )
    }

    private func openssl(_ arguments: String) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/openssl")
        process.arguments = arguments.split(separator: " ").map(String.init)
        process.currentDirectoryURL = folder
        process.environment = ["PATH": "/usr/bin:/bin"]
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        struct Failure: Error { let arguments: String }
        guard process.terminationStatus == 0 else { throw Failure(arguments: arguments) }
    }
}
