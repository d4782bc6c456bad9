/// The private half of a key pair for `v1a` signatures (Ed25519).
public struct Ed25519PrivateKey: Sendable, Redacted {
    /// The prefix of private keys in Standard Webhooks' notation.
    public static let prefix = "whsk_"

    private static let seedByteCount = 32

    /// The 32-byte seed.
    let bytes: [UInt8]

    /// Uses a raw seed of 32 bytes, or a seed followed by its public key, 64 bytes.
    ///
    /// - Throws: ``KeyError/malformed`` for another number of bytes or a public key of another seed,
    ///   ``KeyError/unavailable``.
    public init(bytes: some Sequence<UInt8>) throws(KeyError) {
        let all = Array(bytes)
        self.bytes = Array(all.prefix(Self.seedByteCount))
        guard self.bytes.count == Self.seedByteCount else { throw .malformed }
        let publicKey = Array(all.dropFirst(Self.seedByteCount))
        guard !publicKey.isEmpty else { return }
        // An expanded private key has 64 bytes as well; taken for a seed it would sign what nobody can verify.
        guard try Ed25519State(privateKey: self).publicKeyBytes() == publicKey else { throw .malformed }
    }

    /// Decodes `whsk_` and base64.
    ///
    /// - Throws: ``KeyError/malformed`` or ``KeyError/unavailable``.
    public init(text: String) throws(KeyError) {
        guard text.hasPrefix(Self.prefix), let bytes = Base64.decode(text.dropFirst(Self.prefix.count)) else {
            throw .malformed
        }
        try self.init(bytes: bytes)
    }
}
