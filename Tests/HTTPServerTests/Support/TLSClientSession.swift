import COpenSSL
import Glibc

/// What a client of a test offers.
struct TLSOffer: Sendable {
    /// The certificate that the server must show, as the only root there is; nil to look at none.
    var root: String?

    var versions: ClosedRange<Int32> = TLS1_2_VERSION...TLS1_3_VERSION
    var ciphers: String?

    /// The session of an earlier connection.
    var session: TLSTicket?
}

/// A session that a client can resume.
final class TLSTicket: @unchecked Sendable {
    // @unchecked: OpenSSL counts references itself.
    let value: OpaquePointer

    init(_ value: OpaquePointer) {
        self.value = value
    }

    deinit {
        SSL_SESSION_free(value)
    }
}

/// The client's side of TLS on a socket that blocks.
final class TLSClientSession {
    struct Failure: Error {
        let reason: String
    }

    private let context: OpaquePointer
    private let session: OpaquePointer

    /// Shakes hands.
    init(socket: Int32, _ offer: TLSOffer) throws {
        context = SSL_CTX_new(TLS_client_method())
        session = try Self.session(context, offer)
        guard SSL_set_fd(session, socket) == 1, SSL_connect(session) == 1 else { throw Self.failure }
    }

    deinit {
        SSL_free(session)
        SSL_CTX_free(context)
    }

    var isResumed: Bool { SSL_session_reused(session) == 1 }
    var version: String { String(cString: SSL_get_version(session)) }

    /// What the server said last allows to resume.
    var ticket: TLSTicket? { SSL_get1_session(session).map(TLSTicket.init) }

    /// Whether the server has given one.
    var hasTicket: Bool {
        guard let ticket else { return false }
        return SSL_SESSION_has_ticket(ticket.value) == 1
    }

    /// Sends that many messages of type KeyUpdate.
    func updateKeys(count: Int) throws {
        for _ in 0..<count {
            guard SSL_key_update(session, SSL_KEY_UPDATE_NOT_REQUESTED) == 1, SSL_do_handshake(session) == 1 else {
                throw Self.failure
            }
        }
    }

    /// The name in the server's certificate.
    var peer: String {
        guard let certificate = SSL_get1_peer_certificate(session) else { return "" }
        defer { X509_free(certificate) }
        var text = [CChar](repeating: 0, count: 256)
        X509_NAME_oneline(X509_get_subject_name(certificate), &text, Int32(text.count))
        return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    func send(_ bytes: UnsafeRawBufferPointer) -> Int {
        Int(SSL_write(session, bytes.baseAddress, Int32(bytes.count)))
    }

    /// Like recv(2); 0 only when the server said that it ends.
    func receive(into bytes: UnsafeMutableRawBufferPointer) -> Int {
        let count = SSL_read(session, bytes.baseAddress, Int32(bytes.count))
        guard count <= 0 else { return Int(count) }
        return SSL_get_error(session, count) == SSL_ERROR_ZERO_RETURN ? 0 : -1
    }

    private static var failure: Failure {
        Failure(reason: ERR_reason_error_string(ERR_peek_last_error()).map { String(cString: $0) } ?? "no reason")
    }

    private static func session(_ context: OpaquePointer, _ offer: TLSOffer) throws -> OpaquePointer {
        ERR_clear_error()
        openssl_offer_versions(context, offer.versions.lowerBound, offer.versions.upperBound)
        if let root = offer.root {
            SSL_CTX_set_verify(context, SSL_VERIFY_PEER, nil)
            guard SSL_CTX_load_verify_locations(context, root, nil) == 1 else { throw failure }
        }
        if let ciphers = offer.ciphers { guard SSL_CTX_set_cipher_list(context, ciphers) == 1 else { throw failure } }
        guard let session = SSL_new(context) else { throw failure }
        if let ticket = offer.session { SSL_set_session(session, ticket.value) }
        return session
    }
}
