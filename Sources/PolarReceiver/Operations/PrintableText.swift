import PolarEvents

/// Makes text from outside safe to show on a terminal, in a log viewer or on a page.
package enum PrintableText {
    /// The text for people: each scalar that steers a display becomes an escape such as `\u{202E}`.
    ///
    /// - Parameter keepsLines: whether line feeds and tabs stay as they are.
    package static func escaped(_ text: String, keepsLines: Bool = false) -> String {
        replacing(in: text) { scalar in
            if keepsLines, scalar == "\n" || scalar == "\t" { return nil }
            return "\\u{\(hexadecimal(scalar.value))}"
        }
    }

    /// The same JSON value, in which each scalar that steers a display is an escape such as `\u202e`.
    ///
    /// Such scalars occur in strings only, because JSON allows none between its tokens but line breaks and tabs.
    package static func escapedJSON(_ json: String) -> String {
        replacing(in: json) { scalar in
            if "\n\r\t".unicodeScalars.contains(scalar) { return nil }
            return UTF16.encode(scalar).map { units in
                units.map { unit in
                    let digits = hexadecimal(UInt32(unit)).lowercased()
                    return "\\u" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
                }.joined()
            }
        }
    }

    /// Replaces the scalars that steer a display, unless `escape` returns nil for one.
    private static func replacing(in text: String, _ escape: (Unicode.Scalar) -> String?) -> String {
        // Nearly every text is plain ASCII, and stays the same object.
        if text.utf8.allSatisfy({ 0x20..<0x7F ~= $0 }) { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar.steersDisplay, let escaped = escape(scalar) {
                result.append(contentsOf: escaped.unicodeScalars)
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }

    private static func hexadecimal(_ value: UInt32) -> String { String(value, radix: 16, uppercase: true) }
}

extension Unicode.Scalar {
    /// Whether a display acts on it or hides it instead of showing it.
    ///
    /// These are control characters (Cc), format characters (Cf), which turn the direction of text (Unicode UAX #9) or are
    /// invisible, line and paragraph separators (Zl, Zp), and tags.
    package var steersDisplay: Bool {
        switch value {
        case 0x20..<0x7F: false
        case 0xE0000...0xE007F: true
        default:
            switch properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator: true
            default: false
            }
        }
    }
}

extension String {
    /// The text itself, or its beginning of at most `limit` bytes of UTF-8 and an ellipsis.
    package func cut(to limit: Int) -> String {
        utf8.count > limit ? prefix(utf8Count: limit) + "…" : self
    }
}
