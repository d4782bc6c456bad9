/// One HTTP request and its limits.
package struct ClientRequest: Sendable {
    /// The methods that this program uses.
    package enum Method: String, Sendable {
        case get = "GET"
        case head = "HEAD"
        case post = "POST"
        case put = "PUT"
        case patch = "PATCH"
        case delete = "DELETE"

        /// Whether a request without a body carries `Content-Length: 0` (RFC 9110 §8.6).
        var expectsBody: Bool { self == .post || self == .put || self == .patch }
    }

    package var method: Method
    package var url: String
    package var headers: [(name: String, value: String)] = []
    package var body: [UInt8]?

    /// The time for the whole exchange, from here to the last byte of the response.
    package var timeout: Duration

    /// The time in which a connection must be ready, the look-up of the name and TLS included.
    package var connectTimeout = Duration.seconds(10)

    /// How long a stream may be silent.
    package var idleTimeout: Duration?

    /// The bytes that a body may have.
    package var bodyLimit = 1 << 20

    /// Whether a longer body is cut at the limit, which closes the connection; otherwise it is an error.
    package var cutsLongBody = false

    /// Whether the server may get the request twice.
    ///
    /// curl sends a request again where a connection that was used before turns out to be closed. A request that must not
    /// arrive twice takes a fresh connection.
    package var isRepeatable = true

    /// Makes a request; `timeout` is for the whole exchange.
    package init(_ method: Method = .get, url: String, timeout: Duration) {
        self.method = method
        self.url = url
        self.timeout = timeout
    }

    /// Whether a URL names this machine by a loopback address, or as `localhost`.
    package static func isLoopback(_ url: String) -> Bool {
        // nil: no request can go to such a URL.
        (try? Target(url))?.isLoopback ?? false
    }

    /// Whether a text can be the value of a header field: visible ASCII, spaces and tabs (RFC 9110 §5.5, without obs-text).
    package static func isFieldValue(_ text: String) -> Bool {
        text.utf8.allSatisfy { (0x20..<0x7F).contains($0) || $0 == 0x09 }
    }

    /// RFC 9110 §5.6.2.
    private static func isToken(_ text: String) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { byte in
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "!#$%&'*+-.^_`|~".utf8.contains(byte)
            }
    }

    /// - Throws: ``ClientError/invalidField(name:)``, which shows no value.
    func checkFields() throws(ClientError) {
        for (name, value) in headers {
            guard Self.isToken(name) else { throw .invalidField(name: "-") }
            guard Self.isFieldValue(value) else { throw .invalidField(name: name) }
        }
    }
}
