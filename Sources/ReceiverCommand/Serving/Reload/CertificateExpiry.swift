import Foundation
import HTTPServer
import Logging

/// Looks how long a certificate is good for.
struct CertificateExpiry: Sendable {
    /// One that ends before this is worth a warning.
    private static let notice: TimeInterval = 14 * 86_400

    let credentials: TLSCredentials
    let logger: Logger

    var text: String { credentials.expiry.formatted(.iso8601) }

    /// Says when the certificate has ended or soon will.
    func warn() {
        guard credentials.expiry.timeIntervalSinceNow < Self.notice else { return }
        logger.warning(
            "The TLS certificate ends soon or has ended; replace its files",
            metadata: ["tls.expiry": "\(text)"]
        )
    }
}
