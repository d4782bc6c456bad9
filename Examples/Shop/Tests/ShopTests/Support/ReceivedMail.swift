import Foundation

/// A mail as the server got it.
struct ReceivedMail: Sendable {
    private let headers: [String]
    private let body: [String]

    init(_ lines: [String]) {
        headers = Array(lines.prefix { !$0.isEmpty })
        body = Array(lines.dropFirst(headers.count + 1))
    }

    subscript(_ header: String) -> String? {
        let prefix = "\(header): "
        return headers.first { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }
    }

    var text: String? {
        Data(base64Encoded: body.joined()).map { String(decoding: $0, as: UTF8.self) }
    }
}
