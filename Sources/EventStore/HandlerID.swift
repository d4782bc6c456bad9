/// The persistent name of a handler module, stored with each of its deliveries.
///
/// Renaming one is a migration: deliveries under the old name are no longer found.
public struct HandlerID: RawRepresentable, Hashable, Sendable, Codable, ExpressibleByStringLiteral,
    CustomStringConvertible
{
    /// The name as stored, logged and shown, such as `fulfilment`.
    public let rawValue: String

    /// Makes an identifier from its stored text.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Makes an identifier from a literal.
    public init(stringLiteral value: String) {
        self.init(rawValue: value)
    }

    /// The stored text.
    public var description: String { rawValue }
}
