import Foundation
import HTTPServer
import Logging

/// Looks how long a certificate is valid.
struct CertificateExpiry: Sendable {
    /// One that ends before this is worth a warning.
    private static let notice: TimeInterval = 14 * 86_400

    let credentials: TLSCredentials
    let logger: Logger

    var text: String { credentials.expiry.formatted(.iso8601) }

    /// Says that the certificate is not valid, or soon will not be.
    ///
    /// The receiver starts with such a certificate: a proxy in front may not look at it, the clock may be wrong, and what
    /// the inbox has is to be handled in any case.
    func warn(now: Date = .now) {
        let (start, expiry) = (credentials.start, credentials.expiry)
        if let sentence = Self.mistake(start: start, expiry: expiry, now: now) {
            logger.error("\(sentence)", metadata: ["tls.expiry": "\(text)"])
        } else if expiry.timeIntervalSince(now) < Self.notice {
            logger.warning("The TLS certificate ends soon; replace its files", metadata: ["tls.expiry": "\(text)"])
        }
    }

    /// What is wrong with a certificate that is valid for some time; nil when that is now.
    static func mistake(start: Date, expiry: Date, now: Date = .now) -> String? {
        if expiry <= now { return "The TLS certificate has ended, so that Polar refuses to connect; replace its files" }
        if start > now {
            return "The TLS certificate is not valid yet, so that Polar refuses to connect; replace its files"
        }
        return nil
    }
}
