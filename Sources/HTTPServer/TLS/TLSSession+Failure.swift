import COpenSSL

extension TLSSession {
    /// Why a handshake came to nothing.
    enum Failure: Hashable, Sendable, CustomStringConvertible {
        /// The client speaks HTTP without TLS.
        case plainHTTP

        /// What OpenSSL says, such as `unsupported protocol`.
        case refused(String)

        /// The client left.
        case ended

        /// The client took too long.
        case timeout

        /// All reasons there are.
        static let reasons = ["plain_http", "refused", "ended", "timeout"]

        /// Reads what OpenSSL has noted for a call that just failed with `error`.
        init(_ error: Int32) {
            let reason = openssl_tls_reason(ERR_peek_error())
            if error != SSL_ERROR_SSL || reason == SSL_R_UNEXPECTED_EOF_WHILE_READING {
                self = .ended
            } else {
                self = reason == SSL_R_HTTP_REQUEST ? .plainHTTP : .refused(OpenSSLError.reason)
            }
        }

        /// A short code for log and metric.
        var reason: String {
            switch self {
            case .plainHTTP: "plain_http"
            case .refused: "refused"
            case .ended: "ended"
            case .timeout: "timeout"
            }
        }

        var description: String {
            switch self {
            case .plainHTTP: "the client speaks HTTP without TLS; its URL must begin with https://"
            case .refused(let reason): reason
            case .ended: "the client left"
            case .timeout: "the client took too long"
            }
        }
    }
}
