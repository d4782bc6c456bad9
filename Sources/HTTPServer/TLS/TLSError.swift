public import Foundation

/// Why a certificate and its key cannot be used.
@nonexhaustive public enum TLSError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A file is missing, or this user may not read it.
    case unreadable(path: String, errno: Int32)

    /// A file has no certificate in PEM, or one that OpenSSL refuses.
    case noCertificate(path: String, reason: String)

    /// A file has no private key in PEM, or the password does not open it.
    case noKey(path: String, reason: String)

    /// A file is no PKCS#12, or the password does not open it.
    case noPKCS12(path: String, reason: String)

    /// The key is not that of the certificate.
    case keyMismatch(certificate: String, key: String)

    /// The certificate has ended, or is not valid yet, and one that is valid is in use.
    case notValidNow(path: String, start: Date, expiry: Date)

    /// OpenSSL has no room, or lacks what this server asks for.
    case unavailable(reason: String)

    /// One sentence with the remedy.
    public var description: String {
        switch self {
        case .unreadable(let path, let errno):
            "Cannot read the TLS file \(path): \(ServerError.text(errno)); give this user the right to read it."
        case .noCertificate(let path, let reason):
            "The file \(path) has no usable certificate (\(reason)); it must be PEM, the server's certificate first."
        case .noKey(let path, let reason):
            "The file \(path) has no usable private key (\(reason)); it must be PEM, and its password right."
        case .noPKCS12(let path, let reason):
            "The file \(path) cannot be opened as PKCS#12 (\(reason)); check the file and its password."
        case .keyMismatch(let certificate, let key):
            "The key in \(key) is not that of the certificate in \(certificate); use the two that belong together."
        case .notValidNow(let path, let start, let expiry):
            "The certificate in \(path) is valid from \(start.formatted(.iso8601)) to \(expiry.formatted(.iso8601)), "
                + "which is not now; put a valid one there, or look at the clock of this machine."
        case .unavailable(let reason):
            "TLS cannot be used: \(reason)."
        }
    }
}
