import COpenSSL
import Foundation

/// What a handshake needs: a certificate with its chain, its key, and the rules.
///
/// Nothing changes it once it is made.
final class TLSContext: @unchecked Sendable {
    // @unchecked: OpenSSL counts references itself and locks what sessions share.

    /// From when the certificate is valid.
    let start: Date

    /// When the certificate ends.
    let expiry: Date

    /// The file of the certificate.
    let path: String

    private let context: OpaquePointer

    init(_ files: TLSFiles) throws(TLSError) {
        path = files.paths.first ?? ""
        ERR_clear_error()
        guard let context = SSL_CTX_new(TLS_server_method()) else { throw .unavailable(reason: OpenSSLError.reason) }
        self.context = context
        openssl_suit_event_loop(context)
        TLSSession.countRecords(of: context)
        do throws(TLSError) {
            guard openssl_set_server_rules(context) == 1 else { throw .unavailable(reason: OpenSSLError.reason) }
            try files.load(into: context)
            let certificate = SSL_CTX_get0_certificate(context)
            start = Self.date(X509_get0_notBefore(certificate)) ?? .distantFuture
            expiry = Self.date(X509_get0_notAfter(certificate)) ?? .distantPast
        } catch {
            SSL_CTX_free(context)
            throw error
        }
    }

    deinit {
        SSL_CTX_free(context)
    }

    /// The server's side of a connection that has just been accepted; nil when there is no room.
    func makeSession(on socket: Int32) -> TLSSession? {
        guard let session = SSL_new(context) else { return nil }
        guard SSL_set_fd(session, socket) == 1 else {
            SSL_free(session)
            return nil
        }
        SSL_set_accept_state(session)
        return TLSSession(session)
    }

    /// Whether the certificate is valid at a date.
    func isValid(at date: Date) -> Bool { start <= date && date < expiry }

    private static func date(_ time: UnsafePointer<ASN1_TIME>?) -> Date? {
        var moment = tm()
        guard let time, ASN1_TIME_to_tm(time, &moment) == 1 else { return nil }
        return Date(timeIntervalSince1970: TimeInterval(timegm(&moment)))
    }
}
