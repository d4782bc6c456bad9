import COpenSSL
import Glibc

/// Certificates of authorities, in PEM form.
package struct Authorities: Sendable {
    private static let sizeLimit = 16 << 20

    let pem: [UInt8]

    /// Takes a text; nil where it has no certificate, or one that OpenSSL cannot read.
    package init?(pem: [UInt8]) {
        guard Self.certificateCount(pem) > 0 else { return nil }
        self.pem = pem
    }

    /// Reads a file; nil where it cannot be read, too.
    package init?(file: String) {
        guard let stream = fopen(file, "rbe") else { return nil }
        defer { fclose(stream) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while bytes.count <= Self.sizeLimit {
            let count = fread(&buffer, 1, buffer.count, stream)
            guard count > 0 else { break }
            bytes += buffer.prefix(count)
        }
        guard ferror(stream) == 0, bytes.count <= Self.sizeLimit else { return nil }
        self.init(pem: bytes)
    }

    /// How many certificates a text has; 0 where one of them is damaged.
    private static func certificateCount(_ pem: [UInt8]) -> Int {
        guard let length = Int32(exactly: pem.count), let source = BIO_new_mem_buf(pem, length) else { return 0 }
        defer {
            BIO_free(source)
            ERR_clear_error()
        }
        var count = 0
        while let certificate = PEM_read_bio_X509(source, nil, nil, nil) {
            X509_free(certificate)
            count += 1
        }
        // The last attempt must have failed for lack of a further one.
        let error = ERR_peek_last_error()
        return UInt(error & 0x7F_FFFF) == UInt(PEM_R_NO_START_LINE) ? count : 0
    }
}
