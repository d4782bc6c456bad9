package import StandardWebhooks

/// A secret as configured, with every key it may stand for; it never shows its text.
public struct WebhookSecret: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Why a text cannot be a secret.
    @nonexhaustive public enum Invalid: Error, Hashable, Sendable, CustomStringConvertible {
        /// Nothing is left of the text without blanks and quotation marks around it.
        case empty

        /// The text is `${…}`, which something should have replaced.
        case placeholder

        /// The text starts with `whpk_` but no Ed25519 public key follows. Taken as an HMAC key it would be a key that was
        /// meant to be published.
        case malformedPublicKey

        /// The text has several lines that are not one secret each.
        case brokenList

        /// One sentence for the operator.
        public var description: String {
            switch self {
            case .empty:
                "A webhook secret is empty; copy it from the endpoint's page in Polar."
            case .placeholder:
                "A webhook secret is a literal ${…}, which was not replaced by the secret; set the variable that it names."
            case .malformedPublicKey:
                "A webhook secret starts with whpk_ but is not an Ed25519 public key; copy it again from the sender."
            case .brokenList:
                """
                A webhook secret has several lines that are not one secret each; write one on each line, beginning with \
                whsec_, polar_whs_ or whpk_ or at least 24 characters long, and nothing else.
                """
            }
        }
    }

    /// Something about a secret's text that often means a copying mistake; the secret is used all the same.
    @nonexhaustive public enum Suspicion: Hashable, Sendable, CustomStringConvertible {
        /// It begins or ends with a quotation mark.
        case quotes

        /// It begins or ends with white space or an invisible character.
        case surroundingWhiteSpace

        /// A comment seems to follow it.
        case inlineComment

        /// It has the form of an id, such as the public one of an organization.
        case publicID

        /// It has fewer than 16 characters.
        case short

        /// It does not look like a secret that Polar or Standard Webhooks makes.
        case foreign

        /// One sentence for the operator.
        public var description: String {
            switch self {
            case .quotes: "It begins or ends with a quotation mark; it is tried with and without the mark, remove it."
            case .surroundingWhiteSpace:
                "It begins or ends with white space or an invisible character; it is tried with and without, remove that."
            case .inlineComment:
                "A comment seems to follow it, which is taken as part of the secret; remove the comment."
            case .publicID:
                """
                It has the form of an id, such as that of a Polar organization, which is public: a stranger can sign with \
                it. Use the secret from the endpoint's page in Polar.
                """
            case .short: "It has fewer than 16 characters, which is easy to guess; use a longer one."
            case .foreign:
                """
                It does not look like a secret of Polar (polar_whs_… or whsec_…); copy it again, unless you chose it \
                yourself.
                """
            }
        }
    }

    /// The keys, each once: for every spelling its text, and what it stands for as base64.
    package let keys: [(rule: KeyRule, key: VerificationKey)]

    /// What looks wrong about the text.
    public let suspicions: [Suspicion]

    /// What equal secrets have in common, however they are written.
    private let core: String

    /// Derives the keys of one secret: of the text as it is and, where that differs, without white space, invisible
    /// characters and quotation marks around it.
    ///
    /// - Throws: ``Invalid`` when no key can be made of the text.
    public init(_ text: String) throws(Invalid) {
        try self.init(SecretText(text))
    }

    private init(_ text: SecretText) throws(Invalid) {
        try self.init(spellings: [text.whole, text.trimmed], suspicions: Self.suspicions(about: text), text)
    }

    private init(spellings: [String], suspicions: [Suspicion], _ text: SecretText) throws(Invalid) {
        guard !text.isEmpty else { throw .empty }
        guard !text.isPlaceholder else { throw .placeholder }
        self.suspicions = suspicions
        core = Self.core(of: text.trimmed)
        keys = try Self.keys(of: text, spellings: spellings)
    }

    /// The secrets that a text of the configuration consists of, by the rule of ``SecretText``.
    ///
    /// - Throws: ``Invalid`` when the text, or a part of it, cannot be a secret.
    package static func all(in text: SecretText) throws(Invalid) -> [WebhookSecret] {
        guard !text.isBrokenList else { throw .brokenList }
        guard text.parts != [text.trimmed], let first = text.parts.first else { return [try WebhookSecret(text)] }
        // The text as a whole is a key too, unless it consists of keys that are meant to be published.
        let isPublic = text.parts.allSatisfy { $0.hasPrefix(Ed25519PublicKey.prefix) }
        let whole = isPublic ? [] : [text.whole, text.trimmed]
        let part = SecretText(first)
        let suspicions = suspicions(about: part)
        var secrets = [try WebhookSecret(spellings: [first] + whole, suspicions: suspicions, part)]
        for part in text.parts.dropFirst() { secrets.append(try WebhookSecret(part)) }
        return secrets
    }

    /// Whether another secret stands for the same key.
    package func isSame(as other: WebhookSecret) -> Bool { core == other.core }

    private static func keys(
        of text: SecretText,
        spellings: [String]
    ) throws(Invalid) -> [(KeyRule, VerificationKey)] {
        if text.trimmed.hasPrefix(Ed25519PublicKey.prefix) {
            do { return [(.publicKey, .ed25519(try Ed25519PublicKey(text: text.trimmed)))] } catch {
                throw .malformedPublicKey
            }
        }
        var keys: [(KeyRule, SigningKey)] = []
        for spelling in spellings {
            // A text that is not base64, or too short as such, has one key only: that is the rule, not a failure.
            let candidates: [(KeyRule, SigningKey?)] = [
                (.text, try? SigningKey(utf8: spelling)), (.base64, try? SigningKey(base64: spelling)),
            ]
            for case (let rule, let key?) in candidates where !keys.contains(where: { $0.1.isSame(as: key) }) {
                keys.append((rule, key))
            }
        }
        return keys.map { ($0.0, .hmacSHA256($0.1)) }
    }

    /// The text without what can be left out: the base64 part of a secret is the same with and without prefix and padding.
    private static func core(of text: String) -> String {
        let code = text.hasPrefix(SigningKey.prefix) ? text.dropFirst(SigningKey.prefix.count) : text[...]
        return String(code.prefix { $0 != "=" })
    }

    private static func suspicions(about text: SecretText) -> [Suspicion] {
        let whole = text.whole.unicodeScalars
        var found: [Suspicion] = []
        let around =
            [Unicode.Scalar](whole.prefix(while: SecretText.isSurrounding))
            + whole.reversed().prefix(while: SecretText.isSurrounding)
        if around.contains(where: SecretText.isQuote) { found.append(.quotes) }
        if around.contains(where: SecretText.isBlank) { found.append(.surroundingWhiteSpace) }
        if text.hasComment { found.append(.inlineComment) }
        let isID = isID(text.trimmed)
        if isID { found.append(.publicID) }
        if text.trimmed.count < SecretText.shortLength { found.append(.short) }
        if !isID, !SecretText.looksLikeSecret(text.trimmed) { found.append(.foreign) }
        return found
    }

    /// Whether a text is a UUID, with or without dashes, as all ids of Polar are.
    private static func isID(_ text: String) -> Bool {
        let groups = text.split(separator: "-", omittingEmptySubsequences: false)
        return [[32], [8, 4, 4, 4, 12]].contains(groups.map(\.count)) && groups.joined().allSatisfy(\.isHexDigit)
    }

    /// `<redacted>`.
    public var description: String { "<redacted>" }

    /// `<redacted>`.
    public var debugDescription: String { description }

    /// A mirror without children.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
