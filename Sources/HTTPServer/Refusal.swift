import HTTPWire
import Logging

/// Why the server itself answers, and closes the connection then.
enum Refusal: Hashable, Sendable, CaseIterable {
    /// The bytes are no request that this server reads.
    case malformed(HTTPParseError)

    /// The connection does not begin as a proxy's has to.
    case proxyHeader(ProxyHeaderError)

    /// The request took too long to arrive.
    case timeout

    /// The requests that are arriving take all the memory they may.
    case overloaded

    /// The client begins a TLS handshake, and this server speaks HTTP without TLS.
    case tlsWithoutTLS

    /// A client of TLS sends record after record, and none brings application data.
    case recordFlood

    static var allCases: [Refusal] {
        HTTPParseError.allCases.map(Self.malformed) + ProxyHeaderError.allCases.map(Self.proxyHeader) + [
            .timeout, .overloaded, .tlsWithoutTLS, .recordFlood,
        ]
    }

    /// The same code in the answer, the log and the metric.
    var reason: String {
        switch self {
        case .malformed(let error): error.reason
        case .proxyHeader(let error): error.rawValue
        case .timeout: "request_timeout"
        case .overloaded: "unavailable"
        case .tlsWithoutTLS: "unexpected_tls"
        case .recordFlood: "tls_record_flood"
        }
    }

    /// The line in the log.
    var sentence: Logger.Message {
        switch self {
        case .malformed, .proxyHeader, .timeout, .tlsWithoutTLS, .recordFlood:
            "Refused a request that is broken or slow"
        case .overloaded: "Refused a request that is arriving slowly: such requests take all of http.body_budget"
        }
    }

    /// What to do about it, where the reason alone does not tell.
    var hint: String? {
        switch self {
        case .tlsWithoutTLS:
            "the client speaks TLS and this port does not; its URL must begin with http:// "
                + "(tls.certificate_file gives TLS to the public port)"
        case .malformed, .proxyHeader, .timeout, .overloaded, .recordFlood: nil
        }
    }

    var response: Response {
        switch self {
        case .malformed(let error): .refused(error)
        case .proxyHeader, .tlsWithoutTLS, .recordFlood: .json(400, #"{"error":"\#(reason)"}"#)
        case .timeout: .json(408, #"{"error":"\#(reason)"}"#)
        case .overloaded: .json(503, #"{"error":"\#(reason)"}"#, headers: [("Retry-After", "5")])
        }
    }
}
