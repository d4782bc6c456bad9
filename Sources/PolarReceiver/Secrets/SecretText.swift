import StandardWebhooks

/// The text of a secret, or of several, as a variable, a file or the configuration has it; one rule reads them all.
///
/// The text is always one secret as a whole. It is several secrets only if every part between white space and commas looks
/// like a secret, because each part is a key that can sign: a word of a comment behind the secret must not become one.
package struct SecretText: Hashable, Sendable, Redacted {
    /// The beginnings of secrets that Polar and Standard Webhooks make.
    private static let prefixes = [SigningKey.prefix, "polar_whs_", Ed25519PublicKey.prefix]

    /// The characters from which on a part without such a beginning looks like a secret.
    private static let usualLength = 24

    /// The characters below which a text is easy to guess.
    static let shortLength = 16

    private static let quotes = Set("\"'`´“”„‟‘’‚‛«»‹›".unicodeScalars)

    /// The text as it was found.
    package let whole: String

    /// The text without white space, byte order mark, invisible characters and quotation marks around it.
    package let trimmed: String

    /// The secrets that the text consists of, trimmed; ``trimmed`` alone where it is one secret.
    package let parts: [String]

    /// Takes a text as it was found.
    package init(_ text: String) {
        whole = text
        trimmed = Self.trimmed(text.unicodeScalars[...])
        let parts = text.unicodeScalars
            .split { $0.properties.isWhitespace || $0 == "," }
            .map { Self.trimmed($0) }
        self.parts = !parts.isEmpty && parts.allSatisfy(Self.looksLikeSecret) ? parts : [trimmed]
    }

    /// Whether nothing is left between blanks and quotation marks.
    package var isEmpty: Bool { trimmed.isEmpty }

    /// Whether it is `${…}`, which something should have replaced by the secret.
    package var isPlaceholder: Bool { ([trimmed] + parts).contains { $0.hasPrefix("${") && $0.hasSuffix("}") } }

    /// Whether it has several lines that cannot be read as one secret each.
    package var isBrokenList: Bool { parts == [trimmed] && trimmed.contains(where: \.isNewline) }

    /// Whether a comment seems to follow the secret.
    package var hasComment: Bool { trimmed.contains(/\s(#|\/\/)/) }

    /// The secret in the first line that is not blank, trimmed; for what is one text, such as a token.
    package var firstLine: String {
        let lines = whole.split(whereSeparator: \.isNewline).lazy.map { Self.trimmed($0.unicodeScalars) }
        return lines.first { !$0.isEmpty } ?? ""
    }

    /// Whether a text without blanks around it looks like a secret.
    static func looksLikeSecret(_ text: String) -> Bool {
        if text.unicodeScalars.contains(where: { $0.properties.isWhitespace || $0 == "," }) { return false }
        let hasPrefix = prefixes.contains { text.hasPrefix($0) }
        return text.count >= (hasPrefix ? shortLength : usualLength)
    }

    private static func trimmed(_ text: Substring.UnicodeScalarView) -> String {
        let start = text.drop(while: isSurrounding)
        let end = start.lastIndex { !isSurrounding($0) }
        return end.map { String(start[...$0]) } ?? ""
    }

    static func isSurrounding(_ scalar: Unicode.Scalar) -> Bool {
        isBlank(scalar) || quotes.contains(scalar)
    }

    /// Whether a character is white space or cannot be seen.
    static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        let properties = scalar.properties
        return properties.isWhitespace || properties.isDefaultIgnorableCodePoint
            || [.control, .format].contains(properties.generalCategory)
    }

    static func isQuote(_ scalar: Unicode.Scalar) -> Bool { quotes.contains(scalar) }
}
