/// Reads the values of a document in the order in which they stand there.
///
/// Every value is checked as it is passed, the skipped ones too, so a document that was read to its end is JSON. The
/// reader holds a position; each call gets the same bytes, which a span lends without counting references.
struct JSONReader {
    /// The document, for ``RawJSON`` to share.
    private let document: [UInt8]

    private var scanner = JSONScanner()

    /// The number of bytes that were read to tell the members of unions apart.
    private(set) var lookedAhead = 0

    init(_ document: [UInt8]) {
        self.document = document
    }

    /// Reads a whole document.
    static func read<Value>(
        _ document: [UInt8],
        _ body: (inout JSONReader, RawSpan) throws(JSONError) -> Value
    ) throws(JSONError) -> Value {
        let json = document.span.bytes
        var reader = JSONReader(document)
        let value = try body(&reader, json)
        try reader.scanner.expectEnd(json)
        return value
    }

    private var offset: Int { scanner.offset }

    /// The first byte of the next value; nil at the end.
    @inline(__always)
    mutating func peek(_ json: RawSpan) -> UInt8? { scanner.peek(json) }

    /// Passes any value.
    mutating func skipValue(_ json: RawSpan) throws(JSONError) {
        try scanner.skipValue(json)
    }

    /// Passes any value; a reader that still stands before it.
    mutating func pass(_ json: RawSpan) throws(JSONError) -> JSONReader {
        let reader = self
        try scanner.skipValue(json)
        return reader
    }

    /// A reader that stands at the start of a document.
    var rewound: JSONReader { JSONReader(document) }

    // MARK: Values

    /// Whether the next value is `null`, which is then passed.
    mutating func skipNull(_ json: RawSpan) throws(JSONError) -> Bool {
        guard peek(json) == UInt8(ascii: "n") else { return false }
        try scanner.literal("null", json)
        return true
    }

    /// Reads `true` or `false`.
    mutating func bool(_ json: RawSpan) throws(JSONError) -> Bool {
        switch peek(json) {
        case UInt8(ascii: "t"):
            try scanner.literal("true", json)
            return true
        case UInt8(ascii: "f"):
            try scanner.literal("false", json)
            return false
        default: throw scanner.unexpected("a boolean is expected", json)
        }
    }

    /// Reads a string, as it stands there.
    mutating func text(_ json: RawSpan) throws(JSONError) -> JSONScanner.Text {
        guard peek(json) == UInt8(ascii: "\"") else { throw scanner.unexpected("a string is expected", json) }
        return try scanner.string(json)
    }

    /// Reads any value; the string it is, as it stands there, or nil.
    mutating func textIfString(_ json: RawSpan) throws(JSONError) -> JSONScanner.Text? {
        if peek(json) == UInt8(ascii: "\"") { return try scanner.string(json) }
        try scanner.skipValue(json)
        return nil
    }

    /// Reads an integer of 64 bits.
    mutating func integer(_ json: RawSpan) throws(JSONError) -> Int64 {
        try expectNumber("an integer is expected", json)
        let start = offset
        guard let value = try scanner.integer(json) else {
            throw JSONError("an integer does not fit in 64 bits", at: start)
        }
        return value
    }

    /// Reads a number, as it stands there.
    mutating func numberLiteral(_ json: RawSpan) throws(JSONError) -> String {
        try expectNumber("a number is expected", json)
        let start = offset
        try scanner.number(json)
        return JSONScanner.Text(range: start..<offset, hasEscapes: false).string(in: json)
    }

    private mutating func expectNumber(_ reason: StaticString, _ json: RawSpan) throws(JSONError) {
        switch peek(json) {
        case UInt8(ascii: "\""), UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "t"), UInt8(ascii: "f"),
            UInt8(ascii: "n"):
            throw scanner.unexpected(reason, json)
        default: return
        }
    }

    // MARK: Arrays

    /// Reads an array.
    mutating func elements<Element: JSONDecodable>(_ json: RawSpan) throws(JSONError) -> [Element] {
        var elements: [Element] = []
        var array = try beginArray(json)
        while try hasNext(&array, json) { elements.append(try Element(from: &self, json)) }
        return elements
    }

    /// Reads an array of exactly two.
    mutating func pair<First: JSONDecodable, Second: JSONDecodable>(
        _ json: RawSpan
    ) throws(JSONError) -> (First, Second) {
        var array = try beginArray(json)
        let start = offset - 1
        guard try hasNext(&array, json) else { throw JSONError("a pair is expected", at: start) }
        let first = try First(from: &self, json)
        guard try hasNext(&array, json) else { throw JSONError("a pair is expected", at: start) }
        let second = try Second(from: &self, json)
        guard try !hasNext(&array, json) else { throw JSONError("a pair is expected", at: start) }
        return (first, second)
    }

    private mutating func beginArray(_ json: RawSpan) throws(JSONError) -> JSONScanner.Container {
        guard peek(json) == UInt8(ascii: "[") else { throw scanner.unexpected("an array is expected", json) }
        return try scanner.begin(json)
    }

    private mutating func hasNext(
        _ array: inout JSONScanner.Container,
        _ json: RawSpan
    ) throws(JSONError) -> Bool {
        try scanner.hasNext(json, &array, end: UInt8(ascii: "]"))
    }

    // MARK: Objects

    /// Reads an object whose names are data.
    mutating func members<Value: JSONDecodable>(_ json: RawSpan) throws(JSONError) -> [(name: String, value: Value)] {
        var members: [(name: String, value: Value)] = []
        var object = try beginObject(json)
        while let name = try scanner.nextName(json, &object) {
            members.append((name.string(in: json), try Value(from: &self, json)))
        }
        return members
    }

    private mutating func beginObject(_ json: RawSpan) throws(JSONError) -> JSONScanner.Container {
        guard peek(json) == UInt8(ascii: "{") else { throw scanner.unexpected("an object is expected", json) }
        return try scanner.begin(json)
    }

    /// Steps into an object whose names are fields.
    mutating func beginFields(_ json: RawSpan) throws(JSONError) -> FieldCursor {
        let object = try beginObject(json)
        return FieldCursor(start: offset - 1, object: object)
    }

    /// Steps to the value of the next member; its field, -1 for one that is not among `fields`, nil behind the object.
    ///
    /// Polar writes members in the order of its models, so the field behind the last one is tried first.
    mutating func nextField(
        _ fields: FieldNames,
        _ cursor: inout FieldCursor,
        _ json: RawSpan
    ) throws(JSONError) -> Int? {
        guard try scanner.hasNext(json, &cursor.object, end: UInt8(ascii: "}")) else { return nil }
        guard peek(json) == UInt8(ascii: "\"") else { throw scanner.unexpected("a member's name is expected", json) }
        let field: Int
        if let end = fields.end(of: cursor.next, at: offset + 1, in: json) {
            field = cursor.next
            scanner.offset = end
        } else {
            field = fields.index(of: try scanner.string(json), in: json)
        }
        try scanner.colon(json)
        if field >= 0 { cursor.next = field + 1 }
        return field
    }

    /// The object that was read, as it stands in the document.
    func raw(_ cursor: FieldCursor) -> RawJSON {
        RawJSON(document, cursor.start..<offset)
    }

    // MARK: Looking ahead

    /// The text of a member of the object that is next, nil where there is none; the reader stays where it is.
    mutating func tag(_ name: StaticString, _ json: RawSpan) throws(JSONError) -> String? {
        guard var member = try member(name, json) else { return nil }
        return try member.textIfString(json)?.string(in: json)
    }

    /// The text of a member of an object in the object that is next, nil where there is none.
    mutating func tag(_ name: StaticString, in outer: StaticString, _ json: RawSpan) throws(JSONError) -> String? {
        guard var member = try member(outer, json) else { return nil }
        return try member.tag(name, json)
    }

    /// Whether the object that is next has a member of this name.
    mutating func has(_ name: StaticString, _ json: RawSpan) throws(JSONError) -> Bool {
        try member(name, json) != nil
    }

    /// How often a byte of a document may be looked at ahead, on average.
    ///
    /// Where unions stand inside one another, each level looks through all that it holds: 128 levels around five megabytes
    /// would be read for seconds. Polar's documents need three.
    private static let lookAheadFactor = 16

    /// Documents below this size may be looked through as often as their levels ask for, in bytes.
    private static let freeLookAhead = 1 << 20

    /// A reader that stands before the value of a member of the object that is next, the last one of that name.
    private mutating func member(_ name: StaticString, _ json: RawSpan) throws(JSONError) -> JSONReader? {
        guard lookedAhead <= Self.lookAheadFactor * json.byteCount + Self.freeLookAhead else {
            throw JSONError("too large for how deep unions are nested", at: offset)
        }
        var reader = self
        defer { lookedAhead += reader.offset - offset }
        guard reader.peek(json) == UInt8(ascii: "{") else { return nil }
        var found: JSONReader?
        var object = try reader.beginObject(json)
        while let next = try reader.scanner.nextName(json, &object) {
            if next.equals(name, in: json) { found = reader }
            try reader.scanner.skipValue(json)
        }
        return found
    }
}
