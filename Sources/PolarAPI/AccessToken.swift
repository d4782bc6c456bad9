public import StandardWebhooks

/// A token for Polar's API; it never shows its text.
public struct AccessToken: Hashable, Sendable, Redacted {
    /// What is sent to Polar.
    public let text: String

    /// Takes a token as Polar has given it.
    ///
    /// - Throws: ``PolarError/malformedToken`` where a character is none of a bearer token (RFC 6750 §2.1).
    public init(_ text: String) throws(PolarError) {
        let characters = text.utf8
        guard !characters.isEmpty, characters.allSatisfy({ (0x21...0x7E).contains($0) }) else { throw .malformedToken }
        self.text = text
    }
}
