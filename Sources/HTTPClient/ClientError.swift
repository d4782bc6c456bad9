import CCurl
import Glibc

/// Why there is no response; shows hosts, and never paths, queries or credentials.
package enum ClientError: Error, Hashable, Sendable, CustomStringConvertible {
    /// How far an exchange came.
    package enum Phase: Hashable, Sendable {
        /// Before a connection was ready.
        case connecting(LookUp)

        /// The request was sent, or a part of it.
        case waiting

        /// The head of the response was there.
        case receiving
    }

    /// What is known of the host's name.
    package enum LookUp: Hashable, Sendable {
        /// There was no place for another connection.
        case notBegun

        case begun, done
    }

    /// Why there is no connection.
    package enum ConnectionFault: Hashable, Sendable {
        case refused, unreachable, reset
    }

    /// Why TLS failed.
    package enum TLSFault: Hashable, Sendable {
        case expired, notYetValid, wrongName, notTrusted, handshake, ownFiles
    }

    /// Why there is no way through the proxy.
    package enum ProxyFault: Hashable, Sendable {
        case unusable

        /// It answered this to the request for a tunnel.
        case refused(status: Int)
    }

    case invalidURL
    case invalidField(name: String)
    case couldNotResolve(host: String)
    case couldNotConnect(host: String, ConnectionFault)
    case proxy(ProxyFault)
    case tls(TLSFault)
    case timedOut(Phase)

    /// The server closed or reset the connection before the response was whole.
    case closed(wasReset: Bool)
    case notHTTP
    case headTooLarge
    case bodyTooLarge(limit: Int)
    case cancelled
    case shutDown

    /// The system lacks memory or descriptors.
    case system(errno: Int32)

    /// One sentence.
    package var description: String {
        switch self {
        case .invalidURL: "The address is not an http or https URL without user and password."
        case .invalidField(let name): "The header field \(name) has characters that a field must not have."
        case .couldNotResolve(let host): "The name \(host) cannot be resolved."
        case .couldNotConnect(let host, .refused): "Nothing listens at \(host)."
        case .couldNotConnect(let host, .unreachable): "The network has no way to \(host)."
        case .couldNotConnect(let host, .reset): "\(host) reset the connection."
        case .proxy(.unusable): "The proxy cannot be used."
        case .proxy(.refused(let status)): "The proxy answered \(status) instead of opening a tunnel."
        case .tls(let fault): "TLS failed: \(fault.clause)."
        case .timedOut(.connecting(.notBegun)): "No connection became free in time."
        case .timedOut(.connecting(.begun)): "The name server did not answer in time."
        case .timedOut(.connecting(.done)): "No connection was ready in time."
        case .timedOut(.waiting): "The server did not answer in time."
        case .timedOut(.receiving): "The response did not end in time."
        case .closed(wasReset: true): "The server reset the connection."
        case .closed(wasReset: false): "The server closed the connection before the response was whole."
        case .notHTTP: "The server's answer is not HTTP."
        case .headTooLarge: "The head of the response is too large."
        case .bodyTooLarge(let limit): "The response has more than \(limit) bytes."
        case .cancelled: "The request was cancelled."
        case .shutDown: "The HTTP client is shut down."
        case .system(let errno): "The system has no means for a connection (\(String(cString: strerror(errno))))."
        }
    }
}

extension ClientError.TLSFault {
    /// What is wrong, as the end of a sentence.
    package var clause: String {
        switch self {
        case .expired: "the certificate has expired"
        case .notYetValid: "the certificate is not valid yet"
        case .wrongName: "the certificate is for another name"
        case .notTrusted: "no trusted authority has signed the certificate"
        case .handshake: "the server does not speak TLS 1.2 or 1.3"
        case .ownFiles: "the client's own certificate or key cannot be used"
        }
    }

    /// Reads a verification result of OpenSSL (x509_vfy.h).
    init(verification: Int) {
        switch verification {
        // curl compares the name by itself, before it notes a result other than "not known yet".
        case 0, 1, 62, 64: self = .wrongName
        case 9: self = .notYetValid
        case 10: self = .expired
        default: self = .notTrusted
        }
    }
}

extension ClientError {
    /// Reads the result of a transfer that failed by itself.
    init(_ code: CURLcode, _ easy: UnsafeMutableRawPointer, _ transfer: Transfer) {
        let errno = Int32(truncatingIfNeeded: ccurl_get_long(easy, CURLINFO_OS_ERRNO))
        self =
            switch code {
            case CURLE_URL_MALFORMAT: .invalidURL
            case CURLE_UNSUPPORTED_PROTOCOL where !transfer.isConnected: .invalidURL
            case CURLE_COULDNT_RESOLVE_HOST: .couldNotResolve(host: transfer.host)
            case CURLE_COULDNT_CONNECT: Self.unconnected(errno, transfer.host)
            case CURLE_COULDNT_RESOLVE_PROXY, CURLE_PROXY: .proxy(.unusable)
            case CURLE_OPERATION_TIMEDOUT: .timedOut(transfer.phase)
            case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR:
                .tls(TLSFault(verification: ccurl_get_long(easy, CURLINFO_SSL_VERIFYRESULT)))
            case CURLE_SSL_CERTPROBLEM: .tls(.ownFiles)
            case CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CIPHER, CURLE_USE_SSL_FAILED: .tls(.handshake)
            case CURLE_WEIRD_SERVER_REPLY, CURLE_UNSUPPORTED_PROTOCOL, CURLE_BAD_CONTENT_ENCODING: .notHTTP
            case CURLE_OUT_OF_MEMORY: .system(errno: ENOMEM)
            default: Self.broken(errno, easy)
            }
    }

    private static func unconnected(_ errno: Int32, _ host: String) -> ClientError {
        switch errno {
        case ECONNREFUSED, ENOENT: .couldNotConnect(host: host, .refused)
        case ECONNRESET: .couldNotConnect(host: host, .reset)
        case EMFILE, ENFILE, ENOBUFS, ENOMEM: .system(errno: errno)
        default: .couldNotConnect(host: host, .unreachable)
        }
    }

    private static func broken(_ errno: Int32, _ easy: UnsafeMutableRawPointer) -> ClientError {
        let tunnel = ccurl_get_long(easy, CURLINFO_HTTP_CONNECTCODE)
        if tunnel != 0, !(200..<300).contains(tunnel) { return .proxy(.refused(status: tunnel)) }
        return .closed(wasReset: errno == ECONNRESET || errno == EPIPE)
    }
}
