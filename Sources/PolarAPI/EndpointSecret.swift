public import StandardWebhooks

/// The secret that an endpoint's messages are signed with; it never shows its text.
public struct EndpointSecret: Hashable, Sendable, Redacted, Decodable {
    /// The secret as Polar shows it.
    public let text: String

    /// Takes a secret.
    public init(_ text: String) {
        self.text = text
    }

    /// Reads a secret.
    public init(from decoder: any Decoder) throws {
        text = try decoder.singleValueContainer().decode(String.self)
    }
}
