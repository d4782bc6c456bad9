/// An answer, encoded when it is made, so that sending one that is kept costs a copy of some hundred bytes.
public struct Response: Sendable {
    /// The status code, 200 to 599.
    public let status: Int

    /// Status line and header fields, without those that differ from one sending to the next.
    private let head: [UInt8]
    private let body: [UInt8]

    /// Makes an answer with a JSON body.
    ///
    /// - Parameters:
    ///   - text: the body; it must be JSON.
    ///   - headers: more fields. Control characters in their values are sent as spaces.
    public static func json(_ status: Int, _ text: String, headers: [(String, String)] = []) -> Response {
        Response(status: status, contentType: "application/json", body: Array(text.utf8), headers: headers)
    }

    /// The answer to a request that is no HTTP this server reads; send it with `closes`.
    public static func refused(_ error: HTTPParseError) -> Response {
        .json(error.status, #"{"error":"\#(error.reason)"}"#)
    }

    /// Makes an answer.
    public init(status: Int, contentType: String?, body: [UInt8], headers: [(String, String)] = []) {
        var fields = headers
        if let contentType { fields.append(("Content-Type", contentType)) }
        fields.append(("Content-Length", "\(body.count)"))
        self.init(status: status, fields: fields, body: body)
    }

    /// Makes the beginning of one that has no length.
    init(streaming contentType: String, headers: [(String, String)]) {
        self.init(status: 200, fields: headers + [("Content-Type", contentType)], body: [])
    }

    private init(status: Int, fields: [(String, String)], body: [UInt8]) {
        self.status = status
        self.body = body
        var head = Array("HTTP/1.1 \(status) \(StatusText.reason(of: status))\r\n".utf8)
        for (name, value) in fields {
            head += "\(name): ".utf8
            head += value.utf8.map { ASCII.isFieldContent($0) ? $0 : ASCII.space }
            head += "\r\n".utf8
        }
        self.head = head
    }

    /// Appends the answer as it goes over the wire.
    ///
    /// - Parameters:
    ///   - date: the Date field.
    ///   - omitsBody: for the answer to HEAD.
    ///   - closes: says that the connection ends after it.
    public func encode(into output: inout [UInt8], date: HTTPDate, omitsBody: Bool, closes: Bool) {
        output.append(contentsOf: head)
        output.append(contentsOf: date.field)
        if closes { output.append(contentsOf: Self.closeField) }
        output.append(ASCII.carriageReturn)
        output.append(ASCII.lineFeed)
        if !omitsBody { output.append(contentsOf: body) }
    }

    /// The interim answer that lets a client send its body (RFC 9110 §15.2.1).
    public static let continueBytes = Array("HTTP/1.1 100 Continue\r\n\r\n".utf8)

    private static let closeField = Array("Connection: close\r\n".utf8)
}
