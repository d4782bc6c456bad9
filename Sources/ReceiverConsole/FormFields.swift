import Foundation

/// The fields of a form or of a query, in their order (WHATWG URL, `application/x-www-form-urlencoded`).
struct FormFields: Sendable {
    /// More are not read.
    private static let limit = 1_000

    private let fields: [(name: String, value: String)]

    init(_ text: String) {
        fields = text.split(separator: "&", maxSplits: Self.limit).prefix(Self.limit).map { field in
            let parts = field.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (Self.decoded(parts[0]), parts.count == 2 ? Self.decoded(parts[1]) : "")
        }
    }

    /// The first value with that name that is not empty.
    subscript(name: String) -> String? {
        fields.first { $0.name == name && !$0.value.isEmpty }?.value
    }

    func all(_ name: String) -> [String] {
        fields.filter { $0.name == name && !$0.value.isEmpty }.map(\.value)
    }

    private static func decoded(_ text: Substring) -> String {
        let spaced = text.replacing("+", with: " ")
        return spaced.removingPercentEncoding ?? String(spaced)
    }
}
