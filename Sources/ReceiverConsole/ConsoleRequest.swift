import Foundation
import HTTPServer
import HTTPWire

/// A request to the console, with what outlives the connection's bytes.
struct ConsoleRequest: Sendable {
    private static let keptFields: [StaticString] = [
        "authorization", "cookie", "host", "origin", "content-type", "sec-fetch-site", "sec-fetch-mode",
        "sec-fetch-dest",
        "sec-purpose", "x-forwarded-proto",
    ]

    let method: RequestHead.Method

    /// The path as received, without a slash at its end.
    let path: String
    let query: FormFields
    private(set) var body: [UInt8] = []
    let client: ClientAddress
    private let fields: [String: String]

    /// Takes what the head says.
    init(_ head: borrowing RequestHead, bytes: RawSpan, client: ClientAddress) {
        method = head.method
        path = Self.path(bytes.extracting(head.path).asText)
        query = FormFields(queryOf: head, bytes: bytes)
        self.client = client
        var fields: [String: String] = [:]
        for name in Self.keptFields {
            guard case .single(let range) = head.field(name, in: bytes) else { continue }
            fields["\(name)"] = bytes.extracting(range).asText
        }
        self.fields = fields
    }

    /// The whole request.
    func with(body: RawSpan) -> ConsoleRequest {
        var request = self
        request.body = body.withUnsafeBytes { Array($0) }
        return request
    }

    /// The value of a field that is there once; nil otherwise.
    subscript(field: String) -> String? { fields[field] }

    /// The parts of the path between its slashes.
    var segments: [Substring] { path.split(separator: "/") }

    /// The fields of a form in the body; none where it is something else.
    var form: FormFields {
        guard hasContentType("application/x-www-form-urlencoded") else { return FormFields("") }
        return FormFields(String(decoding: body, as: UTF8.self))
    }

    func hasContentType(_ type: String) -> Bool {
        self["content-type"]?.split(separator: ";").first?.trimmingCharacters(in: .whitespaces).lowercased() == type
    }

    private static func path(_ text: String) -> String {
        text.count > 1 && text.hasSuffix("/") ? String(text.dropLast()) : text
    }
}

extension RawSpan {
    fileprivate var asText: String { withUnsafeBytes { String(decoding: $0, as: UTF8.self) } }
}
