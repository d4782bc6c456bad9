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

    /// An object; of members with the same name the last one counts, as in Python and JavaScript.
    case object([String: JSONValue])

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
}

extension JSONValue {
    /// Parses a whole document (RFC 8259, UTF-8).
    ///
    /// - Throws: ``DecodingFailure`` with the JSON path of what is wrong.
    public init(parsing bytes: [UInt8]) throws(DecodingFailure) {
        try self.init(parsing: bytes.span.bytes)
    }

    /// Parses a whole document (RFC 8259, UTF-8).
    ///
    /// - Throws: ``DecodingFailure`` with the JSON path of what is wrong.
    public init(parsing bytes: RawSpan) throws(DecodingFailure) {
        var scanner = JSONScanner()
        self = try Self.value(bytes, &scanner)
        try scanner.expectEnd(bytes)
    }

    private static func value(_ bytes: RawSpan, _ scanner: inout JSONScanner) throws(DecodingFailure) -> JSONValue {
        switch scanner.peek(bytes) {
        case UInt8(ascii: "{"): return .object(try members(bytes, &scanner))
        case UInt8(ascii: "["): return .array(try elements(bytes, &scanner))
        case UInt8(ascii: "\""): return .string(JSONText.unescaped(bytes.extracting(try scanner.string(bytes).range)))
        case UInt8(ascii: "t"):
            try scanner.literal("true", bytes)
            return .bool(true)
        case UInt8(ascii: "f"):
            try scanner.literal("false", bytes)
            return .bool(false)
        case UInt8(ascii: "n"):
            try scanner.literal("null", bytes)
            return .null
        default:
            let range = try scanner.skipValue(bytes)
            return .number(JSONNumber(checked: JSONText.unescaped(bytes.extracting(range))))
        }
    }

    private static func members(
        _ bytes: RawSpan,
        _ scanner: inout JSONScanner
    ) throws(DecodingFailure) -> [String: JSONValue] {
        var members: [String: JSONValue] = [:]
        try scanner.forEachMember(bytes) { (scanner, name) throws(DecodingFailure) in
            members[JSONText.unescaped(bytes.extracting(name.range))] = try value(bytes, &scanner)
        }
        return members
    }

    private static func elements(_ bytes: RawSpan, _ scanner: inout JSONScanner) throws(DecodingFailure) -> [JSONValue]
    {
        var elements: [JSONValue] = []
        try scanner.forEachElement(bytes) { (scanner) throws(DecodingFailure) in
            elements.append(try value(bytes, &scanner))
        }
        return elements
    }
}
