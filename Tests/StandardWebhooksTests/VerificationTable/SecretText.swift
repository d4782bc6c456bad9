@testable import StandardWebhooks

/// Keys that a library makes of a secret and we do not.
enum SecretText {
    /// The decoded key with foreign characters skipped; nil when there are none to skip.
    static func looselyDecoded(_ secret: String) -> SigningKey? {
        guard Base64.decode(encoded(secret)) == nil else { return nil }
        return LooseBase64.decode(encoded(secret) + "==").flatMap { try? SigningKey(bytes: $0) }
    }

    /// The decoded key when it is shorter than we accept.
    static func shortDecoded(_ secret: String) -> SigningKey? {
        Base64.decode(encoded(secret)).flatMap { bytes in
            bytes.count < SigningKey.minimumDecodedByteCount ? try? SigningKey(bytes: bytes) : nil
        }
    }

    private static func encoded(_ secret: String) -> Substring {
        secret.dropFirst(secret.hasPrefix(SigningKey.prefix) ? SigningKey.prefix.count : 0)
    }
}
