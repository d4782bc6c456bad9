public import StandardWebhooks

/// The secret that ties a request for tokens to the sign-in that began it (RFC 7636); it never shows its text.
public struct PKCEVerifier: Hashable, Sendable, Redacted {
    /// The characters that a verifier has.
    public static let lengths = 43...128

    /// What goes with the request for tokens.
    public let text: String

    /// Makes a random one of 256 bits.
    public init() {
        text = Base64URL.text(of: RandomBytes.make(count: 32))
    }

    /// Takes one that was made before.
    ///
    /// - Returns: nil unless it has 43 to 128 characters, each a letter, a digit or one of `-._~`.
    public init?(_ text: String) {
        guard Self.lengths.contains(text.utf8.count), QueryText.encoded(text) == text else { return nil }
        self.text = text
    }

    /// What goes with the sign-in: the SHA-256 digest of the verifier, by the method `S256`.
    ///
    /// - Throws: ``PolarError/cryptography``.
    public func challenge() throws(PolarError) -> String {
        guard let digest = contentDigest(of: text.utf8Span.span.bytes) else { throw .cryptography }
        return Base64URL.text(of: digest)
    }
}
