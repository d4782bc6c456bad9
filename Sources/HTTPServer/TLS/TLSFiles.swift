/// Where the certificate of a server and its key are.
public struct TLSFiles: Sendable {
    enum Format: Sendable {
        case pem(certificate: String, key: String)
        case pkcs12(String)
    }

    let format: Format

    /// What the key, or the PKCS#12 file, is encrypted with.
    let password: Password

    /// Two files in PEM: the certificate with those that lead from it to a root, in this order, and its private key.
    ///
    /// One file can be both. The password is for a key that is encrypted.
    public static func pem(certificate: String, key: String, password: String? = nil) -> TLSFiles {
        TLSFiles(format: .pem(certificate: certificate, key: key), password: Password(password))
    }

    /// One PKCS#12 file with the certificate, its chain and its key.
    public static func pkcs12(_ path: String, password: String? = nil) -> TLSFiles {
        TLSFiles(format: .pkcs12(path), password: Password(password))
    }

    /// The paths, for messages.
    var paths: [String] {
        switch format {
        case .pem(let certificate, let key): certificate == key ? [certificate] : [certificate, key]
        case .pkcs12(let path): [path]
        }
    }

    /// A text that no log, error or mirror shows.
    struct Password: Sendable, CustomStringConvertible, CustomReflectable {
        let text: String

        init(_ text: String?) {
            self.text = text ?? ""
        }

        var description: String { "<redacted>" }
        var customMirror: Mirror { Mirror(self, children: []) }
    }
}
