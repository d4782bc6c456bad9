import StandardWebhooks

/// The token that opens a console; it prints as nothing but a mark.
public struct AccessToken: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The least number of characters, so that nobody guesses one.
    public static let minimumLength = 16

    private let digest: [UInt8]

    /// Keeps the digest of a token; nil when the text is shorter than ``minimumLength``.
    public init?(_ text: String) {
        guard text.count >= Self.minimumLength else { return nil }
        digest = Digest.sha256(Array(text.utf8))
    }

    /// Whether a text is the token, in a time that does not depend on how much of it is right.
    func matches(_ text: String) -> Bool {
        ConstantTime.areEqual(digest, Digest.sha256(Array(text.utf8)))
    }

    /// A mark instead of the token.
    public var description: String { "<redacted>" }

    /// A mark instead of the token.
    public var debugDescription: String { description }

    /// Nothing to look into.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
