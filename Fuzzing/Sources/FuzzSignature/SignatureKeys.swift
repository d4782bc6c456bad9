import StandardWebhooks

/// The keys that sign and verify all messages.
struct SignatureKeys {
    /// Made once; always the same.
    static let shared = Result { try SignatureKeys() }

    let verifier: MessageVerifier

    /// In the order of the verifier's keys.
    let signers: [MessageSigner]

    private init() throws {
        let secrets = [try SigningKey(utf8: "a secret of no particular length"), try SigningKey(bytes: [0])]
        verifier = try MessageVerifier(keys: secrets.map { .hmacSHA256($0) })
        signers = try secrets.map { try MessageSigner(key: $0) }
    }
}
