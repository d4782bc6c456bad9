/// The public half of a key pair for `v1a` signatures (Ed25519).
public struct Ed25519PublicKey: Hashable, Sendable {
    /// The prefix of public keys in Standard Webhooks' notation.
    public static let prefix = "whpk_"

    let bytes: [UInt8]

    /// Uses 32 raw bytes.
    ///
    /// - Throws: ``KeyError/malformed`` for another number of bytes.
    public init(bytes: some Sequence<UInt8>) throws(KeyError) {
        self.bytes = Array(bytes)
        guard self.bytes.count == 32 else { throw .malformed }
    }

    /// Decodes `whpk_` and base64.
    ///
    /// - Throws: ``KeyError/malformed``.
    public init(text: String) throws(KeyError) {
        guard text.hasPrefix(Self.prefix), let bytes = Base64.decode(String(text.dropFirst(Self.prefix.count))) else {
            throw .malformed
        }
        try self.init(bytes: bytes)
    }
}

/// The private half of a key pair for `v1a` signatures (Ed25519).
public struct Ed25519PrivateKey: Sendable, Redacted {
    /// The prefix of private keys in Standard Webhooks' notation.
    public static let prefix = "whsk_"

    /// The 32-byte seed.
    let bytes: [UInt8]

    /// Uses a raw seed of 32 bytes, or a seed followed by its public key, 64 bytes.
    ///
    /// - Throws: ``KeyError/malformed`` for another number of bytes.
    public init(bytes: some Sequence<UInt8>) throws(KeyError) {
        let all = Array(bytes)
        guard all.count == 32 || all.count == 64 else { throw .malformed }
        self.bytes = Array(all.prefix(32))
    }

    /// Decodes `whsk_` and base64.
    ///
    /// - Throws: ``KeyError/malformed``.
    public init(text: String) throws(KeyError) {
        guard text.hasPrefix(Self.prefix), let bytes = Base64.decode(String(text.dropFirst(Self.prefix.count))) else {
            throw .malformed
        }
        try self.init(bytes: bytes)
    }
}
