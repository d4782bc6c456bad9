/// The public half of a key pair for `v1a` signatures (Ed25519).
public struct Ed25519PublicKey: Hashable, Sendable {
    /// The prefix of public keys in Standard Webhooks' notation.
    public static let prefix = "whpk_"

    static let byteCount = 32

    let bytes: [UInt8]

    /// Uses 32 raw bytes.
    ///
    /// - Throws: ``KeyError/malformed`` for another number of bytes.
    public init(bytes: some Sequence<UInt8>) throws(KeyError) {
        self.bytes = Array(bytes)
        guard self.bytes.count == Self.byteCount else { throw .malformed }
    }

    /// Decodes `whpk_` and base64.
    ///
    /// - Throws: ``KeyError/malformed``.
    public init(text: String) throws(KeyError) {
        guard text.hasPrefix(Self.prefix), let bytes = Base64.decode(text.dropFirst(Self.prefix.count)) else {
            throw .malformed
        }
        try self.init(bytes: bytes)
    }
}
