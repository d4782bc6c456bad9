public import Foundation

/// A decimal number that Polar writes as a string, kept with all its digits.
public struct DecimalText: Hashable, Sendable, CustomStringConvertible {
    /// The number as written, such as `0.500000000000`.
    public let text: String

    /// Takes a number as written.
    public init(_ text: String) {
        self.text = text
    }

    /// The value, to 38 digits; nil where the text is no number.
    public var decimal: Decimal? {
        // Foundation reads the beginning of a text that only begins like a number.
        guard text.wholeMatch(of: /-?[0-9]+(\.[0-9]+)?([eE][+\-]?[0-9]+)?/) != nil else { return nil }
        return Decimal(string: text)
    }

    /// The text.
    public var description: String { text }
}

extension DecimalText: JSONCodable {
    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        text = try reader.text(json).string(in: json)
    }

    func encode(to writer: inout JSONWriter) {
        writer.write(text)
    }
}
