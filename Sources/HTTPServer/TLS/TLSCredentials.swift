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

    /// Looks whether another certificate may take the place of the one in use.
    ///
    /// - Throws: ``TLSError`` for one that has ended or is not valid yet, unless that is true of the one in use as well.
    public func check(_ certificate: TLSCertificate, now: Date = .now) throws(TLSError) {
        let new = certificate.context
        guard !new.isValid(at: now), current.isValid(at: now) else { return }
        throw .notValidNow(path: new.path, start: new.start, expiry: new.expiry)
    }

    /// Takes another certificate: connections from now on use it, those that are open keep what they have.
    public func use(_ certificate: TLSCertificate) {
        context.withLock { $0 = certificate.context }
        end.record(certificate.expiry.timeIntervalSince1970)
    }

    /// From when the certificate is valid.
    public var start: Date { current.start }

    /// When the certificate ends.
    public var expiry: Date { current.expiry }

    var current: TLSContext { context.withLock { $0 } }
}
