import COpenSSL
import Glibc

/// The server's side of TLS on one connection, confined to the connection's loop.
///
/// It reads and writes like a socket that does not block; the handshake is part of the first reads.
final class TLSSession {
    private let session: OpaquePointer

    /// Whether nothing more may be asked of OpenSSL.
    private var isBroken = false

    /// Set when the connection ended before the handshake did.
    private(set) var failure: Failure?

    /// Whether it cannot read, or go on with the handshake, before its socket takes more bytes.
    var waitsForWriting: Bool { SSL_want(session) == SSL_WRITING }

    /// Takes over what a context made.
    init(_ session: OpaquePointer) {
        self.session = session
    }

    deinit {
        SSL_free(session)
    }

    /// Whether the handshake is over.
    var isEstablished: Bool { SSL_is_init_finished(session) == 1 }

    /// Reads as read(2) does: a count, 0 at the end, or -1 with `errno`, where EAGAIN waits for reading or for writing.
    func read(into bytes: UnsafeMutableRawBufferPointer) -> Int {
        guard !isBroken else { return 0 }
        ERR_clear_error()
        let count = SSL_read(session, bytes.baseAddress, Int32(clamping: bytes.count))
        guard count <= 0 else { return Int(count) }
        return result(of: count)
    }

    /// Writes as write(2) does; what is written after EAGAIN begins with the same bytes.
    func write(_ bytes: UnsafeRawBufferPointer) -> Int {
        guard !isBroken else { return failed(EPIPE) }
        ERR_clear_error()
        let count = SSL_write(session, bytes.baseAddress, Int32(clamping: bytes.count))
        guard count <= 0 else { return Int(count) }
        return result(of: count) == 0 ? failed(EPIPE) : -1
    }

    /// Tells the client that nothing more comes, if the socket has room for that.
    func finishSending() {
        guard !isBroken, isEstablished else { return }
        ERR_clear_error()
        _ = SSL_shutdown(session)
        isBroken = true
    }

    private func result(of count: Int32) -> Int {
        switch SSL_get_error(session, count) {
        case SSL_ERROR_WANT_READ, SSL_ERROR_WANT_WRITE: return failed(EAGAIN)
        case let error:
            isBroken = true
            if !isEstablished { failure = Failure(error) }
            return error == SSL_ERROR_ZERO_RETURN ? 0 : failed(ECONNRESET)
        }
    }

    private func failed(_ error: Int32) -> Int {
        errno = error
        return -1
    }
}
