/// A shared secret for `v1` signatures (HMAC-SHA256).
public struct SigningKey: Sendable, Redacted {
    /// The prefix of secrets in Standard Webhooks' own notation.
    public static let prefix = "whsec_"

    /// The fewest bytes a base64 secret must decode to; shorter ones come from texts that only look like base64.
    public static let minimumDecodedByteCount = 16

    let bytes: [UInt8]

    /// Uses the bytes as they are.
    ///
    /// - Throws: ``KeyError/empty``.
    public init(bytes: some Sequence<UInt8>) throws(KeyError) {
        self.bytes = Array(bytes)
        guard !self.bytes.isEmpty else { throw .empty }
    }

    /// Uses the UTF-8 bytes of a text as they are, a prefix included.
    ///
    /// - Throws: ``KeyError/empty``.
    public init(utf8 text: String) throws(KeyError) {
        try self.init(bytes: text.utf8)
    }

    /// Whether another key has the same bytes.
    package func isSame(as other: SigningKey) -> Bool { ConstantTime.areEqual(bytes, other.bytes) }

    /// Decodes a secret in Standard Webhooks' notation: base64 after an optional `whsec_`; padding may be missing.
    ///
    /// - Throws: ``KeyError/malformed`` or ``KeyError/tooShort(byteCount:minimum:)``.
    public init(base64 text: String) throws(KeyError) {
        let encoded = text.dropFirst(text.hasPrefix(Self.prefix) ? Self.prefix.count : 0)
        guard let bytes = Base64.decode(encoded) else { throw .malformed }
        guard bytes.count >= Self.minimumDecodedByteCount else {
            throw .tooShort(byteCount: bytes.count, minimum: Self.minimumDecodedByteCount)
        }
        self.bytes = bytes
    }
}
