/// A JSON number by its literal, so that neither digits nor the difference between `1` and `1.0` are lost.
public struct JSONNumber: Hashable, Sendable, CustomStringConvertible {
    /// The number as written.
    public let literal: String

    /// Takes a literal whose grammar is checked already.
    init(checked literal: String) {
        self.literal = literal
    }

    /// The value where the literal is an integer that fits.
    public var integer: Int64? { Int64(literal) }

    /// The nearest floating-point value; infinite where the literal is out of range.
    public var double: Double { Double(literal) ?? .nan }

    /// The literal.
    public var description: String { literal }
}
