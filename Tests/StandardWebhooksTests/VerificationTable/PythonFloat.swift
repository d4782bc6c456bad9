import Foundation

/// Numbers as Python's `float` reads them, as far as the table has them.
enum PythonFloat {
    /// The largest whole number not above the one in `text`; nil when Python refuses that, or it is above `limit`.
    static func floor(_ text: String, limit: Int64) -> String? {
        guard let value = value(of: text), value <= Double(limit) else { return nil }
        return Int64(exactly: value.rounded(.down)).map { "\($0)" }
    }

    private static func value(of text: String) -> Double? {
        let number = text.trimmingCharacters(in: .whitespacesAndNewlines)
            .map { character in character.wholeNumberValue.map(String.init) ?? String(character) }
            .joined()
        let grammar = /[+\-]?[0-9](_?[0-9])*\.?[0-9]*([eE][+\-]?[0-9]+)?/
        return number.wholeMatch(of: grammar) == nil ? nil : Double(number.replacing("_", with: ""))
    }
}
