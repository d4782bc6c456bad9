import Foundation
import HTTPServer
import HTTPWire

/// A request to a simulated Polar.
struct SimulatorRequest {
    let method: String

    /// The parts of the path between its slashes, decoded.
    let segments: [String]
    let query: FormFields
    let body: [UInt8]
    let authorization: String?
    let version: String?
    let contentType: String

    /// Whether a page of another site has a browser send it; programs name no origin.
    let isFromOtherSite: Bool

    init(_ head: borrowing RequestHead, bytes: RawSpan, body: RawSpan) {
        let line = Self.text(bytes.extracting(..<head.path.lowerBound))
        method = String(line.prefix { $0 != " " })
        segments = Self.text(bytes.extracting(head.path)).split(separator: "/").map {
            $0.removingPercentEncoding ?? String($0)
        }
        query = FormFields(queryOf: head, bytes: bytes)
        self.body = body.withUnsafeBytes { Array($0) }
        authorization = Self.field("authorization", head, bytes)
        version = Self.field("polar-version", head, bytes)
        contentType = Self.field("content-type", head, bytes) ?? ""
        let host = Self.field("host", head, bytes) ?? ""
        isFromOtherSite = Self.field("origin", head, bytes).map { $0 != "http://\(host)" } ?? false
    }

    /// Whether it says that its body is JSON, which a page of another site may not say without asking first.
    var isJSON: Bool {
        let type = contentType.prefix { $0 != ";" }
        return type.trimmingCharacters(in: .whitespaces).lowercased() == "application/json"
    }

    /// The members of a form in the body, those of the query with them.
    var form: FormFields {
        guard contentType.hasPrefix("application/x-www-form-urlencoded") else { return query }
        return FormFields(String(decoding: body, as: UTF8.self), followedBy: query)
    }

    /// The bearer token.
    var token: String? {
        guard let authorization, authorization.lowercased().hasPrefix("bearer ") else { return nil }
        return String(authorization.dropFirst("bearer ".count))
    }

    /// Name and password of `Authorization: Basic`, decoded as RFC 6749 §2.3.1 says.
    var basic: (id: String, secret: String)? {
        guard let authorization, authorization.lowercased().hasPrefix("basic "),
            let data = Data(base64Encoded: String(authorization.dropFirst("basic ".count)))
        else { return nil }
        let parts = String(decoding: data, as: UTF8.self).split(separator: ":", maxSplits: 1)
        guard parts.count == 2 else { return nil }
        return (FormFields.decoded(parts[0]), FormFields.decoded(parts[1]))
    }

    private static func text(_ bytes: RawSpan) -> String {
        bytes.withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
    }

    private static func field(_ name: StaticString, _ head: borrowing RequestHead, _ bytes: RawSpan) -> String? {
        guard case .single(let range) = head.field(name, in: bytes) else { return nil }
        return text(bytes.extracting(range))
    }
}
