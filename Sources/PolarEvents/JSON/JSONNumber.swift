public import Foundation

/// A JSON number by its literal, so that neither digits nor the difference between `1` and `1.0` are lost.
public struct JSONNumber: Hashable, Sendable, CustomStringConvertible {
    /// The number as written.
    public let literal: String

    /// Takes a literal whose grammar is checked already.
    init(checked literal: String) {
        self.literal = literal
    }

    /// An integer.
    public init(_ value: Int64) {
        literal = String(value)
    }

    /// The value where the literal is an integer that fits.
    public var integer: Int64? { Int64(literal) }

    /// The nearest floating-point value; infinite where the literal is out of range.
    public var double: Double { Double(literal) ?? .nan }

    /// The value in decimal, to 38 digits; nil where the literal is out of range.
    public var decimal: Decimal? { Decimal(string: literal) }

    /// The literal.
    public var description: String { literal }
}

extension JSONNumber: JSONCodable {
    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        literal = try reader.numberLiteral(json)
    }

    func encode(to writer: inout JSONWriter) {
        writer.writeRaw(literal)
    }
}
