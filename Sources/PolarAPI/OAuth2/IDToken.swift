public import StandardWebhooks

/// A signed statement of who has signed in (OpenID Connect); it never shows its text.
public struct IDToken: Hashable, Sendable, Redacted {
    /// The statement as Polar gave it, not verified.
    public let text: String

    /// Takes a statement.
    public init(_ text: String) {
        self.text = text
    }
}
