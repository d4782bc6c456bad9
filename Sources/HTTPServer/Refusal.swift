import HTTPWire

/// Why the server itself answers, and closes the connection then.
enum Refusal: Hashable, Sendable {
    /// The bytes are no request that this server reads.
    case malformed(HTTPParseError)

    /// The request took too long to arrive.
    case timeout

    /// The same code in the answer, the log and the metric.
    var reason: String {
        switch self {
        case .malformed(let error): error.reason
        case .timeout: "request_timeout"
        }
    }

    var response: Response {
        switch self {
        case .malformed(let error): .refused(error)
        case .timeout: .json(408, #"{"error":"\#(reason)"}"#)
        }
    }
}
