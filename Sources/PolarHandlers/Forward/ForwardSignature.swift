import PolarReceiver
package import StandardWebhooks

/// Whose signature a forwarded message carries.
package enum ForwardSignature: Sendable {
    /// Made anew for every attempt, with a secret that only the receiver and the target know.
    case own(MessageSigner)

    /// As Polar made it, with Polar's timestamp.
    case polar

    private enum Choice: String, CaseIterable {
        case own, polar
    }

    /// Reads the options `signature`, `secret` and `secret_file`.
    init(_ options: HandlerOptions) throws(HandlerOptionError) {
        let choice: Choice = try options.choice("signature") ?? .own
        let secret = try options.secret("secret")
        switch (choice, secret) {
        case (.polar, nil): self = .polar
        case (.own, let secret?): self = .own(try Self.signer(secret, options))
        case (.own, nil):
            throw HandlerOptionError(
                """
                The handler \(options.id) needs a secret to sign with: set handlers.\(options.id).secret or secret_file \
                to whsec_ and the output of 'openssl rand -base64 32', or signature to polar.
                """
            )
        case (.polar, .some):
            throw HandlerOptionError(
                """
                The handler \(options.id) has a secret, which signature: polar does not use; keep one of the two.
                """
            )
        }
    }

    private static func signer(_ secret: String, _ options: HandlerOptions) throws(HandlerOptionError) -> MessageSigner
    {
        do { return try MessageSigner(key: SigningKey(base64: secret)) } catch {
            throw options.wrong("secret", "whsec_ and base64 of at least \(SigningKey.minimumDecodedByteCount) bytes")
        }
    }
}
