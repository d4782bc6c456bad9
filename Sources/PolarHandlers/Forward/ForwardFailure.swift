import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import PolarReceiver

/// Why a target did not take an event, in one sentence; it names the host and never the path.
struct ForwardFailure: VouchedError {
    let description: String

    init(_ target: ForwardTarget, _ reason: String) {
        description = "\(target.name) did not take the event: \(reason)"
    }

    /// Says what went wrong on the way; `status` is that of an answer whose body did not come whole.
    init(_ target: ForwardTarget, _ error: any Error, status: Int?) {
        guard let status else {
            self.init(target, Self.reason(error))
            return
        }
        self.init(target, "its answer \(status) broke off, because \(Self.reason(error))")
    }

    private static func reason(_ error: any Error) -> String {
        switch error {
        case let error as HTTPClientError: reason(error)
        case let error as NIOConnectionError: reason(error)
        case let error as IOError: reason(error)
        case is ChannelError: "it closed the connection"
        case let error as HTTPParserError: "that is not HTTP (\(error))"
        case is NIOSSLExtraError, is NIOSSLError, is BoringSSLError: reason(ofTLS: "\(error)")
        default: "\(type(of: error))"
        }
    }

    private static func reason(_ error: HTTPClientError) -> String {
        switch error {
        case .deadlineExceeded: "the time is over"
        case .connectTimeout, .tlsHandshakeTimeout: "no connection came about in time"
        case .remoteConnectionClosed: "it closed the connection"
        default: error.shortDescription
        }
    }

    private static func reason(_ error: NIOConnectionError) -> String {
        if let cause = error.connectionErrors.first?.error { return reason(cause) }
        return "its name cannot be resolved"
    }

    private static func reason(_ error: IOError) -> String {
        switch error.errnoCode {
        case ECONNREFUSED: "nobody listens there"
        case ECONNRESET, EPIPE: "it reset the connection"
        case ENETUNREACH, EHOSTUNREACH, ETIMEDOUT: "it cannot be reached"
        default: "\(error)"
        }
    }

    private static func reason(ofTLS text: String) -> String {
        guard text.contains("CERTIFICATE_VERIFY_FAILED") || text.contains("failedToValidateHostname") else {
            return "TLS failed (\(text.prefix(200)))"
        }
        return "its certificate is not trusted, or not its own; ca_file names an authority of your own"
    }
}
