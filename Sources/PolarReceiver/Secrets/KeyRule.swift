/// How a configured secret becomes an HMAC key.
///
/// Polar signs with the one or the other depending on the day it made the secret, which the secret's text does not tell.
public enum KeyRule: String, Hashable, Sendable, CaseIterable {
    /// The UTF-8 bytes of the whole text, prefix included; secrets that Polar made before 8 September 2026.
    case text

    /// The base64-decoded part after an optional `whsec_`, as Standard Webhooks says; secrets made since.
    case base64

    /// An Ed25519 public key, `whpk_…`.
    case publicKey = "public_key"
}
