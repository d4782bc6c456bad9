/// A key that a signature is checked with.
@nonexhaustive public enum VerificationKey: Sendable, Redacted {
    /// Checks `v1` signatures.
    case hmacSHA256(SigningKey)

    /// Checks `v1a` signatures.
    case ed25519(Ed25519PublicKey)

    /// Whether another key verifies the same signatures.
    package func isSame(as other: VerificationKey) -> Bool {
        switch (self, other) {
        case (.hmacSHA256(let one), .hmacSHA256(let two)): one.isSame(as: two)
        case (.ed25519(let one), .ed25519(let two)): one == two
        case (.hmacSHA256, _), (.ed25519, _): false
        }
    }
}
