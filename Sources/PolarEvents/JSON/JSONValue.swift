/// Any JSON value, kept as exactly as it was written: `1`, `1.0` and `true` stay three values.
public enum JSONValue: Hashable, Sendable {
    /// `null`.
    case null

    /// `true` or `false`.
    case bool(Bool)

    /// A number by its literal.
    case number(JSONNumber)

    /// A string without its escapes.
    case string(String)

    /// An array.
    case array([JSONValue])

    /// An object.
    case object(JSONMap<JSONValue>)

    /// The member of an object, nil for anything else.
    public subscript(name: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members[name]
    }

    /// The text of a string, nil for anything else.
    public var text: String? {
        guard case .string(let text) = self else { return nil }
        return text
    }

    /// The value of an integer that fits, nil for anything else, `1.0` included.
    public var integer: Int64? {
        guard case .number(let number) = self else { return nil }
        return number.integer
    }

    /// The nearest value of a number, nil for anything else.
    public var double: Double? {
        guard case .number(let number) = self else { return nil }
        return number.double
    }

    /// The value of a boolean, nil for anything else.
    public var bool: Bool? {
        guard case .bool(let bool) = self else { return nil }
        return bool
    }
}

extension JSONValue {
    /// Parses a whole document (RFC 8259, UTF-8).
    ///
    /// - Throws: ``DecodingFailure`` with the JSON path of what is wrong.
    public init(parsing document: [UInt8]) throws(DecodingFailure) {
        do throws(JSONError) {
            self = try JSONReader.read(document) { (reader, json) throws(JSONError) in
                try JSONValue(from: &reader, json)
            }
        } catch {
            throw DecodingFailure(error, in: document.span.bytes)
        }
    }
}

extension JSONValue {
    /// The value as a JSON document, compact.
    public func encoded() -> [UInt8] {
        var writer = JSONWriter()
        encode(to: &writer)
        return writer.bytes
    }
}

extension JSONValue: JSONCodable {
    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        switch reader.peek(json) {
        case UInt8(ascii: "\""): self = .string(try String(from: &reader, json))
        case UInt8(ascii: "{"): self = .object(try JSONMap(from: &reader, json))
        case UInt8(ascii: "["): self = .array(try [JSONValue](from: &reader, json))
        case UInt8(ascii: "t"), UInt8(ascii: "f"): self = .bool(try Bool(from: &reader, json))
        case UInt8(ascii: "n"):
            _ = try reader.skipNull(json)
            self = .null
        default: self = .number(try JSONNumber(from: &reader, json))
        }
    }

    func encode(to writer: inout JSONWriter) {
        switch self {
        case .null: writer.null()
        case .bool(let value): value.encode(to: &writer)
        case .number(let number): number.encode(to: &writer)
        case .string(let text): text.encode(to: &writer)
        case .array(let elements): elements.encode(to: &writer)
        case .object(let members): members.encode(to: &writer)
        }
    }
}
