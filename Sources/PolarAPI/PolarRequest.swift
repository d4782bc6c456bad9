import HTTPClient

/// One request to Polar.
struct PolarRequest: Sendable {
    let method: ClientRequest.Method

    /// The path from the root, such as `/v1/webhooks/endpoints`, with its parts percent-encoded.
    let path: String
    var query: [(name: String, value: String)] = []
    var headers: [(name: String, value: String)] = []
    var body: [UInt8]?

    /// Whether it changes nothing, so that it may be sent again when nobody knows what became of it.
    var isSafe: Bool { method == .get }
}

/// What came back.
struct PolarAnswer: Sendable {
    private let response: ClientResponse

    let body: [UInt8]

    /// - Parameter body: nil for the body of the response itself.
    init(_ response: ClientResponse, body: [UInt8]? = nil) {
        self.response = response
        self.body = body ?? response.body
    }

    var status: Int { response.status }

    /// The header field with this name in lower case.
    subscript(name: String) -> String? { response[name] }

    /// How long Polar asks to wait; nil where it does not say.
    var retryAfter: Duration? {
        self["retry-after"].flatMap { Int($0) }.flatMap { $0 >= 0 ? .seconds($0) : nil }
    }
}
