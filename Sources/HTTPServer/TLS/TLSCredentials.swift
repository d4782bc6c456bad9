public import Foundation
import Metrics
import Synchronization

/// The certificate and key of a server, which can be replaced while it serves.
public final class TLSCredentials: Sendable {
    private let end = Gauge(label: "polar_receiver_tls_certificate_expiry_timestamp_seconds")
    private let context: Mutex<TLSContext>

    /// Reads the files.
    ///
    /// - Throws: ``TLSError``.
    public init(_ files: TLSFiles) throws(TLSError) {
        let context = try TLSContext(files)
        self.context = Mutex(context)
        end.record(context.expiry.timeIntervalSince1970)
    }

    /// Takes another certificate: connections from now on use it, those that are open keep what they have.
    public func use(_ certificate: TLSCertificate) {
        context.withLock { $0 = certificate.context }
        end.record(certificate.expiry.timeIntervalSince1970)
    }

    /// When the certificate ends.
    public var expiry: Date { current.expiry }

    var current: TLSContext { context.withLock { $0 } }
}
