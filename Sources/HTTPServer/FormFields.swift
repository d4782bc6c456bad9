import Foundation
package import HTTPWire

/// The fields of a form or of a query, in their order (WHATWG URL, `application/x-www-form-urlencoded`).
package struct FormFields: Sendable {
    /// More are not read.
    private static let limit = 1_000

    private let fields: [(name: String, value: String)]

    /// Reads the fields of a text, and puts others behind them.
    package init(_ text: String, followedBy others: FormFields? = nil) {
        let own = text.split(separator: "&", maxSplits: Self.limit).prefix(Self.limit).map { field in
            let parts = field.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (name: Self.decoded(parts[0]), value: parts.count == 2 ? Self.decoded(parts[1]) : "")
        }
        fields = own + (others?.fields ?? [])
    }

    /// The fields of a request's query; none where it has no query.
    package init(queryOf head: borrowing RequestHead, bytes: RawSpan) {
        let rest = bytes.extracting(head.path.upperBound...).withUnsafeBytes { bytes in
            bytes.prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "#") }
        }
        self.init(rest.first == UInt8(ascii: "?") ? String(decoding: rest.dropFirst(), as: UTF8.self) : "")
    }

    /// The first value with that name that is not empty.
    package subscript(name: String) -> String? {
        fields.first { $0.name == name && !$0.value.isEmpty }?.value
    }

    /// All values with that name that are not empty.
    package func all(_ name: String) -> [String] {
        fields.filter { $0.name == name && !$0.value.isEmpty }.map(\.value)
    }

    /// The names of all fields, in their order.
    package var names: [String] { fields.map(\.name) }

    /// All values with that name, the empty ones too.
    package func values(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }

    /// A text without its percent signs, where it has valid ones; a plus sign is a space.
    package static func decoded(_ text: Substring) -> String {
        let spaced = text.replacing("+", with: " ")
        return spaced.removingPercentEncoding ?? String(spaced)
    }
}
