/// Event types to choose: one by its name such as `order.paid`, or those that begin alike, such as `order.*`, or all as `*`.
public struct TypePattern: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// The pattern as written.
    public let rawValue: String

    /// Makes a pattern; only a star at the end stands for something else than itself.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Makes a pattern from a literal.
    public init(stringLiteral value: String) {
        self.init(rawValue: value)
    }

    /// The pattern as written.
    public var description: String { rawValue }

    /// What the types begin with, nil where the pattern is one type's name.
    public var prefix: String? {
        rawValue.utf8.last == UInt8(ascii: "*") ? String(rawValue.dropLast()) : nil
    }

    /// Whether an event type can look like this: small letters, digits, `_`, `-` and dots, and a star at the end only.
    public var isWellFormed: Bool {
        rawValue == "*" || !(prefix ?? rawValue).isEmpty && (prefix ?? rawValue).utf8.allSatisfy(Self.isTypeCharacter)
    }

    private static func isTypeCharacter(_ character: UInt8) -> Bool {
        switch character {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: "._-".utf8.contains(character)
        }
    }

    /// Whether a type is meant, compared by its bytes; a message without a type is meant by `*` only.
    public func matches(_ type: String?) -> Bool {
        guard let prefix else { return type?.utf8.elementsEqual(rawValue.utf8) == true }
        return prefix.isEmpty || type?.utf8.starts(with: prefix.utf8) == true
    }
}
