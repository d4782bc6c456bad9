import HTTPWire

/// Why the server itself answers, and closes the connection then.
enum Refusal: Hashable, Sendable, CaseIterable {
    /// The bytes are no request that this server reads.
    case malformed(HTTPParseError)

    /// The connection does not begin as a proxy's has to.
    case proxyHeader(ProxyHeaderError)

    /// The request took too long to arrive.
    case timeout

    static var allCases: [Refusal] {
        HTTPParseError.allCases.map(Self.malformed) + ProxyHeaderError.allCases.map(Self.proxyHeader) + [.timeout]
    }

    /// The same code in the answer, the log and the metric.
    var reason: String {
        switch self {
        case .malformed(let error): error.reason
        case .proxyHeader(let error): error.rawValue
        case .timeout: "request_timeout"
        }
    }

    var response: Response {
        switch self {
        case .malformed(let error): .refused(error)
        case .proxyHeader: .json(400, #"{"error":"\#(reason)"}"#)
        case .timeout: .json(408, #"{"error":"\#(reason)"}"#)
        }
    }
}
