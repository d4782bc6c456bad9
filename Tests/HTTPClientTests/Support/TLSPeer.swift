import COpenSSL
import Foundation
import Testing

/// The server's side of TLS on a socket that blocks.
final class TLSPeer {
    /// What a server shows, and asks for.
    final class Context: @unchecked Sendable {
        // @unchecked: OpenSSL counts references itself.
        fileprivate let value: OpaquePointer

        /// - Parameter clientAuthority: who must have signed the certificate that clients show; nil asks for none.
        init(_ certificate: TestCertificate, clientAuthority: TestCertificate? = nil) throws {
            value = try #require(SSL_CTX_new(TLS_server_method()))
            #expect(SSL_CTX_use_certificate_chain_file(value, certificate.file) == 1)
            #expect(SSL_CTX_use_PrivateKey_file(value, certificate.keyFile, SSL_FILETYPE_PEM) == 1)
            if let clientAuthority {
                SSL_CTX_set_verify(value, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, nil)
                #expect(SSL_CTX_load_verify_locations(value, clientAuthority.file, nil) == 1)
            }
        }

        deinit {
            SSL_CTX_free(value)
        }
    }

    private let session: OpaquePointer

    init(_ context: Context, _ socket: Int32) throws {
        guard let session = SSL_new(context.value) else { throw RawPeer.Ended() }
        self.session = session
        guard SSL_set_fd(session, socket) == 1, SSL_accept(session) == 1 else { throw RawPeer.Ended() }
    }

    deinit {
        SSL_free(session)
    }

    func send(_ bytes: UnsafeRawBufferPointer) -> Int { Int(SSL_write(session, bytes.baseAddress, Int32(bytes.count))) }

    func receive(into bytes: UnsafeMutableRawBufferPointer) -> Int {
        Int(SSL_read(session, bytes.baseAddress, Int32(bytes.count)))
    }
}
