package import StandardWebhooks

/// A secret as configured, with every key it may stand for; it never shows its text.
public struct WebhookSecret: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Why a text cannot be a secret.
    @nonexhaustive public enum Invalid: Error, Hashable, Sendable, CustomStringConvertible {
        /// The text is empty.
        case empty

        /// The text starts with `whpk_` but no Ed25519 public key follows. Taken as an HMAC key it would be a key that was
        /// meant to be published.
        case malformedPublicKey

        /// One sentence for the operator.
        public var description: String {
            switch self {
            case .empty:
                "A webhook secret is empty; copy it from the endpoint's page in Polar."
            case .malformedPublicKey:
                "A webhook secret starts with whpk_ but is no Ed25519 public key; copy it again from the sender."
            }
        }
    }

    /// Something about a secret's text that often means a copying mistake; the secret is used as it is all the same.
    @nonexhaustive public enum Suspicion: Hashable, Sendable, CustomStringConvertible {
        /// It begins or ends with a quotation mark.
        case quotes

        /// It begins or ends with white space.
        case surroundingWhiteSpace

        /// It has fewer than 16 characters.
        case short

        /// One sentence for the operator.
        public var description: String {
            switch self {
            case .quotes: "It begins or ends with a quotation mark, which is taken as part of the secret."
            case .surroundingWhiteSpace: "It begins or ends with white space, which is taken as part of the secret."
            case .short: "It has fewer than 16 characters, which is easy to guess."
            }
        }
    }

    package let keys: [(rule: KeyRule, key: VerificationKey)]

    /// What looks wrong about the text.
    public let suspicions: [Suspicion]

    /// Derives the keys of a secret; the text is taken verbatim.
    ///
    /// - Throws: ``Invalid`` when no key can be made of the text.
    public init(_ text: String) throws(Invalid) {
        guard !text.isEmpty else { throw .empty }
        keys = try Self.keys(of: text)
        suspicions = Self.suspicions(about: text)
    }

    private static func keys(of text: String) throws(Invalid) -> [(KeyRule, VerificationKey)] {
        if text.hasPrefix("whpk_") {
            do { return [(.publicKey, .ed25519(try Ed25519PublicKey(text: text)))] } catch { throw .malformedPublicKey }
        }
        do {
            let wholeText: (KeyRule, VerificationKey) = (.text, .hmacSHA256(try SigningKey(utf8: text)))
            // A text that is not base64, or too short as such, has one key only: that is the rule, not a failure.
            guard let decoded = try? SigningKey(base64: text) else { return [wholeText] }
            return [wholeText, (.base64, .hmacSHA256(decoded))]
        } catch {
            throw .empty
        }
    }

    private static func suspicions(about text: String) -> [Suspicion] {
        var found: [Suspicion] = []
        let ends = [text.first, text.last].compactMap(\.self)
        if ends.contains(where: { "\"'`“”".contains($0) }) { found.append(.quotes) }
        if ends.contains(where: \.isWhitespace) { found.append(.surroundingWhiteSpace) }
        if text.count < 16 { found.append(.short) }
        return found
    }

    /// `<redacted>`.
    public var description: String { "<redacted>" }

    /// `<redacted>`.
    public var debugDescription: String { description }

    /// A mirror without children.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
