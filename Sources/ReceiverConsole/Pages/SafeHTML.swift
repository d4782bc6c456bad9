import Mustache

/// Escapes by Unicode scalar.
///
/// The library's own rule goes by character, and a quotation mark with an accent is another character than a quotation
/// mark: a text from outside could end an attribute.
struct SafeHTML: MustacheContentType {
    static let name = "SAFE_HTML"

    func escapeText(_ text: String) -> String {
        var escaped = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
            case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
            case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": escaped.append(contentsOf: "&quot;".unicodeScalars)
            case "'": escaped.append(contentsOf: "&#39;".unicodeScalars)
            default: escaped.append(Self.isHarmless(scalar) ? scalar : "\u{FFFD}")
            }
        }
        return String(escaped)
    }

    /// Not so are control characters, and those that turn the direction of what follows.
    private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: true
        case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: false
        default: true
        }
    }
}
