import Mustache
import PolarReceiver

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

    /// Line breaks and tabs are; see ``Swift/Unicode/Scalar/steersDisplay``.
    private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
        "\t\n\r".unicodeScalars.contains(scalar) || !scalar.steersDisplay
    }
}
