public import StandardWebhooks

/// The secret of a registered client; it never shows its text.
public struct ClientSecret: Hashable, Sendable, Redacted, Codable {
    /// The secret as Polar gave it.
    public let text: String

    /// Takes a secret.
    public init(_ text: String) {
        self.text = text
    }

    /// Reads a secret.
    public init(from decoder: any Decoder) throws {
        text = try decoder.singleValueContainer().decode(String.self)
    }

    /// Writes it, for the file of tokens.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
