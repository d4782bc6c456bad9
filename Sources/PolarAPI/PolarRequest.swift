import NIOHTTP1

/// One request to Polar.
struct PolarRequest: Sendable {
    let method: HTTPMethod

    /// The path from the root, such as `/v1/webhooks/endpoints`, with its parts percent-encoded.
    let path: String
    var query: [(name: String, value: String)] = []
    var headers: [(name: String, value: String)] = []
    var body: [UInt8]?

    /// Whether it changes nothing, so that it may be sent again when nobody knows what became of it.
    var isSafe: Bool { method == .GET }
}

/// What came back.
struct PolarAnswer: Sendable {
    let status: Int
    let headers: HTTPHeaders
    let body: [UInt8]

    /// How long Polar asks to wait; nil where it does not say.
    var retryAfter: Duration? {
        headers.first(name: "retry-after").flatMap(Int.init).flatMap { $0 >= 0 ? .seconds($0) : nil }
    }
}
