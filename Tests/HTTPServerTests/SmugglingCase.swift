import Testing

/// Bytes that make some server, proxy or pair of them see another number of requests than there are, and what this
/// server makes of them.
struct SmugglingCase: Sendable, CustomTestStringConvertible {
    /// What the responder sees of a request.
    struct Seen: Hashable, Sendable {
        let path: String
        var body = ""
    }

    /// What becomes of the connection when everything has arrived.
    enum End: Hashable, Sendable {
        /// A refusal with this status and reason, and the connection closed.
        case refused(Int, String)

        /// The connection closed behind the last answer.
        case closed

        /// A request that is not complete, so that nothing is answered.
        case waits

        /// The next request, whatever was sent before it.
        case inStep
    }

    /// A request that follows the others and must not be read where the connection ends.
    static let smuggled = "GET /smuggled HTTP/1.1\r\nHost: a.example\r\n\r\n"

    let name: String

    /// The section of the standard, or the name under which the technique is known.
    let source: String

    /// What is sent, a byte for each scalar.
    let wire: String

    /// The requests that reach the responder, each of them answered.
    let seen: [Seen]

    let end: End

    /// A case in which nothing reaches the responder.
    init(_ name: String, _ source: String, _ wire: String, _ end: End) {
        self.init(name, source, wire, sees: [], end)
    }

    /// A case in which the bytes are these requests and no others.
    init(_ name: String, _ source: String, _ wire: String, sees seen: [Seen], _ end: End = .inStep) {
        self.name = name
        self.source = source
        self.wire = wire
        self.seen = seen
        self.end = end
    }

    var testDescription: String { "\(source): \(name)" }

    var bytes: [UInt8] { wire.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) } }

    static let all =
        contentLength + contentLengthBesideCoding + transferEncoding + lineEnds + chunkSizes + chunkExtensions
        + chunkEnds + requestLine + host + expectation + connection + pipelining
}

// MARK: Making requests

extension SmugglingCase {
    /// A POST with these fields and a body.
    static func post(_ fields: String, _ body: String, version: String = "1.1") -> String {
        "POST /first HTTP/\(version)\r\nHost: a.example\r\n\(fields)\r\n\(body)"
    }

    /// A GET with these fields and whatever follows.
    static func get(_ fields: String, _ rest: String = "") -> String {
        "GET /first HTTP/1.1\r\nHost: a.example\r\n\(fields)\r\n\(rest)"
    }

    /// A chunked POST.
    static func chunked(_ body: String) -> String {
        post("Transfer-Encoding: chunked\r\n", body)
    }

    /// The only request: the first, with this body.
    static func first(_ body: String = "") -> [Seen] {
        [Seen(path: "/first", body: body)]
    }

    /// The first without a body, and behind it the one that some would take for its body.
    static let firstAndNext = [Seen(path: "/first"), Seen(path: "/smuggled")]
}
