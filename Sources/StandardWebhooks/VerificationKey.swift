/// A key that a signature is checked with.
@nonexhaustive public enum VerificationKey: Sendable, Redacted {
    /// Checks `v1` signatures.
    case hmacSHA256(SigningKey)

    /// Checks `v1a` signatures.
    case ed25519(Ed25519PublicKey)
}
