import Foundation
import HTTPServer
import Logging
import ServiceLifecycle
import UnixSignals

/// Reads certificate and key again at SIGHUP.
struct TLSReload: Service {
    /// A certificate that ends before this is worth a warning.
    private static let notice: TimeInterval = 14 * 86_400

    /// Nil for a server without TLS, where SIGHUP does nothing.
    let credentials: TLSCredentials?
    let logger: Logger

    func run() async throws {
        warn()
        for await _ in await UnixSignalsSequence(trapping: .sighup).cancelOnGracefulShutdown() { reload() }
    }

    private func reload() {
        guard let credentials else { return }
        do throws(TLSError) {
            try credentials.reload()
            logger.notice("Read the TLS certificate again", metadata: ["tls.expiry": "\(expiry)"])
            warn()
        } catch {
            logger.error(
                "Cannot use the new TLS certificate, the one so far stays in use",
                metadata: ["error.message": "\(error)"]
            )
        }
    }

    /// Says when the certificate has ended or soon will.
    private func warn() {
        guard let credentials, credentials.expiry.timeIntervalSinceNow < Self.notice else { return }
        logger.warning(
            "The TLS certificate ends soon or has ended; replace its files and send SIGHUP",
            metadata: ["tls.expiry": "\(expiry)"]
        )
    }

    private var expiry: String { credentials?.expiry.formatted(.iso8601) ?? "-" }
}
