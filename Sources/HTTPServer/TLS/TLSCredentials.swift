public import Foundation
import Metrics
import Synchronization

/// The certificate and key of a server, which can be read again while it serves.
public final class TLSCredentials: Sendable {
    private let files: TLSFiles
    private let end = Gauge(label: "polar_receiver_tls_certificate_expiry_timestamp_seconds")
    private let context: Mutex<TLSContext>

    /// Reads the files.
    ///
    /// - Throws: ``TLSError``.
    public init(_ files: TLSFiles) throws(TLSError) {
        self.files = files
        let context = try TLSContext(files)
        self.context = Mutex(context)
        end.record(context.expiry.timeIntervalSince1970)
    }

    /// Reads the files again: connections from now on use what is in them, those that are open keep what they have.
    ///
    /// - Throws: ``TLSError``; what was used so far stays in use then.
    public func reload() throws(TLSError) {
        let new = try TLSContext(files)
        context.withLock { $0 = new }
        end.record(new.expiry.timeIntervalSince1970)
    }

    /// When the certificate ends.
    public var expiry: Date { current.expiry }

    var current: TLSContext { context.withLock { $0 } }
}
