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

    /// Whether the name consists of small letters, digits, `-` and `_`; a receiver takes no other.
    ///
    /// The same name is then a section of the configuration, a part of a variable and a label of a metric.
    package var isWellFormed: Bool {
        !rawValue.isEmpty
            && rawValue.utf8.allSatisfy { character in
                switch character {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
                default: character == UInt8(ascii: "-") || character == UInt8(ascii: "_")
                }
            }
    }

    /// The stored text.
    public var description: String { rawValue }
}
