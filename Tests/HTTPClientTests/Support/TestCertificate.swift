import Foundation
import HTTPClient

/// A certificate of a server that vouches for itself, in a folder that goes with the value.
final class TestCertificate: Sendable {
    private static let configuration = """
        [ca]
        default_ca = own
        [own]
        database = index
        rand_serial = yes
        new_certs_dir = .
        default_md = sha256
        policy = any
        copy_extensions = copy
        [any]
        commonName = supplied
        """

    private let folder: URL

    /// - Parameters:
    ///   - name: what it is for.
    ///   - days: from when on it is valid, and until when, counted from now.
    init(name: String = "localhost", days: ClosedRange<Int> = -1...89) async throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "certificate-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(Self.configuration.utf8).write(to: folder.appending(path: "ca.cnf"))
        try Data().write(to: folder.appending(path: "index"))
        try await openssl(
            """
            req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=\(name) \
            -addext subjectAltName=DNS:\(name) -keyout key.pem -out request.pem
            """
        )
        // Only this command makes certificates of other days than today.
        try await openssl(
            """
            ca -config ca.cnf -selfsign -batch -notext -in request.pem -keyfile key.pem -out certificate.pem \
            -startdate \(Self.moment(days.lowerBound)) -enddate \(Self.moment(days.upperBound))
            """
        )
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    var file: String { path("certificate.pem") }
    var keyFile: String { path("key.pem") }

    /// The certificate as its own authority.
    var authorities: Authorities? { Authorities(file: file) }

    private func path(_ name: String) -> String { folder.appending(path: name).path }

    /// As ASN.1 has it, such as `20261126131500Z`.
    private static func moment(_ days: Int) -> String {
        let date = Date(timeIntervalSinceNow: TimeInterval(days) * 86_400)
        let style = Date.ISO8601FormatStyle(dateSeparator: .omitted, dateTimeSeparator: .space, timeSeparator: .omitted)
        return date.formatted(style).replacing(" ", with: "")
    }

    private func openssl(_ arguments: String) async throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/openssl")
        process.arguments = arguments.split(separator: " ").map(String.init)
        process.currentDirectoryURL = folder
        process.environment = ["PATH": "/usr/bin:/bin"]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        let status = try await withCheckedThrowingContinuation { continuation in
            process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
            do { try process.run() } catch { continuation.resume(throwing: error) }
        }
        struct Failure: Error { let arguments: String }
        guard status == 0 else { throw Failure(arguments: arguments) }
    }
}
