import Foundation

/// The query of a URL.
enum QueryText {
    /// What needs no percent sign (RFC 3986 §2.3).
    private static let unreserved: CharacterSet = {
        var characters = CharacterSet(charactersIn: "a"..."z")
        characters.insert(charactersIn: "A"..."Z")
        characters.insert(charactersIn: "0"..."9")
        characters.insert(charactersIn: "-._~")
        return characters
    }()

    /// `?name=value&name=value`; empty for none.
    static func text(_ parts: [(name: String, value: String)]) -> String {
        guard !parts.isEmpty else { return "" }
        return "?" + parts.map { "\(encoded($0.name))=\(encoded($0.value))" }.joined(separator: "&")
    }

    /// A text as a part of a query or a path.
    static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: unreserved) ?? ""
    }
}
