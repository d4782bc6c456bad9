import COpenSSL
import Glibc

/// The server's side of TLS on one connection, confined to the connection's loop.
///
/// It reads and writes like a socket that does not block; the handshake is part of the first reads.
final class TLSSession {
    /// How many records in a row may bring no application data; BoringSSL allows as many messages of type KeyUpdate.
    private static let wastedRecordLimit = 32

    private let session: OpaquePointer

    /// The records since the last application data.
    private var wastedRecords = 0

    /// Those of them that ``takeWastedRecords()`` has not returned.
    private var newWastedRecords = 0

    /// Whether nothing more may be asked of OpenSSL.
    private var isBroken = false

    /// Set when the connection ended before the handshake did.
    private(set) var failure: Failure?

    /// Whether the client has sent too many records without application data; then nothing more is read.
    var isFlooded: Bool { wastedRecords > Self.wastedRecordLimit }

    /// Whether it cannot read, or go on with the handshake, before its socket takes more bytes.
    var waitsForWriting: Bool { SSL_want(session) == SSL_WRITING }

    /// Takes over what a context made.
    init(_ session: OpaquePointer) {
        self.session = session
        openssl_set_message_argument(session, Unmanaged.passUnretained(self).toOpaque())
    }

    deinit {
        SSL_free(session)
    }

    /// Whether the handshake is over.
    var isEstablished: Bool { SSL_is_init_finished(session) == 1 }

    /// Reads as read(2) does: a count, 0 at the end, or -1 with `errno`, where EAGAIN waits for reading or for writing.
    func read(into bytes: UnsafeMutableRawBufferPointer) -> Int {
        guard !isBroken, !isFlooded else { return 0 }
        ERR_clear_error()
        let count = SSL_read(session, bytes.baseAddress, Int32(clamping: bytes.count))
        if count > 0 {
            newWastedRecords = max(0, newWastedRecords - 1)
            wastedRecords = 0
            return Int(count)
        }
        guard !isFlooded else { return failed(ECONNRESET) }
        return result(of: count)
    }

    /// How many records without application data the reads since the last call have met; each costs about as much as a read.
    func takeWastedRecords() -> Int {
        defer { newWastedRecords = 0 }
        return newWastedRecords
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

    // MARK: Records

    /// Has the sessions of a context count their records.
    ///
    /// One call of SSL_read takes records until one brings application data or the socket is empty: messages of type
    /// KeyUpdate, refused renegotiations and empty records alike. OpenSSL does not limit all of them.
    static func countRecords(of context: OpaquePointer) {
        SSL_CTX_set_msg_callback(context) { isWritten, _, type, bytes, count, _, argument in
            guard isWritten == 0, let argument else { return }
            let session = Unmanaged<TLSSession>.fromOpaque(argument).takeUnretainedValue()
            if type == SSL3_RT_HEADER { session.noteRecord() }
            let message = count > 0 ? bytes?.loadUnaligned(as: UInt8.self) : nil
            // The records of the handshake do not count any more behind its last message.
            if type == SSL3_RT_HANDSHAKE, message == UInt8(SSL3_MT_FINISHED) { session.wastedRecords = 0 }
        }
    }

    /// Counts a record whose header has arrived.
    ///
    /// Behind too many without application data, SSL_read returns at this one.
    private func noteRecord() {
        if isFlooded { SSL_set_shutdown(session, SSL_get_shutdown(session) | SSL_RECEIVED_SHUTDOWN) }
        wastedRecords += 1
        newWastedRecords += 1
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
