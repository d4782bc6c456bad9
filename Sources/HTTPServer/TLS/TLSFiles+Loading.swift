import COpenSSL
import Glibc

extension TLSFiles {
    /// Gives certificate, chain and key to a context.
    func load(into context: OpaquePointer) throws(TLSError) {
        for path in paths where access(path, R_OK) != 0 { throw .unreadable(path: path, errno: errno) }
        ERR_clear_error()
        switch format {
        case .pem(let certificate, let key): try load(certificate: certificate, key: key, into: context)
        case .pkcs12(let path): try load(pkcs12: path, into: context)
        }
    }

    private func load(certificate: String, key path: String, into context: OpaquePointer) throws(TLSError) {
        guard SSL_CTX_use_certificate_chain_file(context, certificate) == 1 else {
            throw .noCertificate(path: certificate, reason: OpenSSLError.reason)
        }
        guard let key = readKey(path) else { throw .noKey(path: path, reason: OpenSSLError.reason) }
        defer { EVP_PKEY_free(key) }
        guard SSL_CTX_use_PrivateKey(context, key) == 1, SSL_CTX_check_private_key(context) == 1 else {
            throw .keyMismatch(certificate: certificate, key: path)
        }
    }

    private func readKey(_ path: String) -> OpaquePointer? {
        guard let file = BIO_new_file(path, "r") else { return nil }
        defer { BIO_free(file) }
        // Without a password OpenSSL would ask the terminal.
        return password.text.withCString {
            PEM_read_bio_PrivateKey(file, nil, nil, UnsafeMutableRawPointer(mutating: $0))
        }
    }

    private func load(pkcs12 path: String, into context: OpaquePointer) throws(TLSError) {
        guard let file = BIO_new_file(path, "r") else { throw .unreadable(path: path, errno: errno) }
        defer { BIO_free(file) }
        var key: OpaquePointer?
        var certificate: OpaquePointer?
        var chain: OpaquePointer?
        let archive = d2i_PKCS12_bio(file, nil)
        defer {
            PKCS12_free(archive)
            EVP_PKEY_free(key)
            X509_free(certificate)
            openssl_free_chain(chain)
        }
        guard archive != nil, PKCS12_parse(archive, password.text, &key, &certificate, &chain) == 1 else {
            throw .noPKCS12(path: path, reason: OpenSSLError.reason)
        }
        guard SSL_CTX_use_cert_and_key(context, certificate, key, chain, 1) == 1 else {
            throw .noPKCS12(path: path, reason: OpenSSLError.reason)
        }
    }
}
