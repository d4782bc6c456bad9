/// Walks over JSON text (RFC 8259) and checks all of it, without building anything.
///
/// It holds a position only; every call gets the same bytes.
struct JSONScanner {
    /// How deep arrays and objects may be nested.
    ///
    /// Polar's own documents stay below twenty levels.
    static let depthLimit = 256

    /// Where the walk through one array or object stands.
    struct Container {
        fileprivate var isFirst = true
    }

    /// Where the scanner stands.
    var offset = 0
    private var depth = 0

    /// The next byte after white space, which is skipped; nil at the end.
    @inline(__always)
    mutating func peek(_ bytes: RawSpan) -> UInt8? {
        while let byte = bytes.byte(at: offset) {
            guard byte <= 0x20, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return byte }
            offset += 1
        }
        return nil
    }

    /// Checks that only white space is left.
    mutating func expectEnd(_ bytes: RawSpan) throws(JSONError) {
        guard peek(bytes) == nil else { throw JSONError("something follows the document", at: bytes.byteCount) }
    }

    // MARK: Arrays and objects

    /// Steps over the bracket that opens an array or object.
    @inline(__always)
    mutating func begin(_ bytes: RawSpan) throws(JSONError) -> Container {
        guard depth < Self.depthLimit else { throw JSONError("nested more than 256 levels deep", at: offset) }
        depth += 1
        offset += 1
        return Container()
    }

    /// Steps to the next element or member, over the comma before it; false behind the closing bracket.
    @inline(__always)
    mutating func hasNext(_ bytes: RawSpan, _ container: inout Container, end: UInt8) throws(JSONError) -> Bool {
        let next = peek(bytes)
        if next == end {
            depth -= 1
            offset += 1
            return false
        }
        if container.isFirst {
            container.isFirst = false
            return true
        }
        guard next == UInt8(ascii: ",") else { throw unexpected("a comma is expected", bytes) }
        offset += 1
        return true
    }

    /// Steps to the next member's value; its name, or nil behind the closing bracket.
    @inline(__always)
    mutating func nextName(_ bytes: RawSpan, _ members: inout Container) throws(JSONError) -> Text? {
        guard try hasNext(bytes, &members, end: UInt8(ascii: "}")) else { return nil }
        guard peek(bytes) == UInt8(ascii: "\"") else { throw unexpected("a member's name is expected", bytes) }
        let name = try string(bytes)
        try colon(bytes)
        return name
    }

    /// Steps over the colon between a name and its value.
    @inline(__always)
    mutating func colon(_ bytes: RawSpan) throws(JSONError) {
        guard peek(bytes) == UInt8(ascii: ":") else { throw unexpected("a colon is expected", bytes) }
        offset += 1
    }

    /// Skips one value of any kind.
    mutating func skipValue(_ bytes: RawSpan) throws(JSONError) {
        switch peek(bytes) {
        case UInt8(ascii: "\""): _ = try string(bytes)
        case UInt8(ascii: "{"):
            var members = try begin(bytes)
            while try nextName(bytes, &members) != nil { try skipValue(bytes) }
        case UInt8(ascii: "["):
            var elements = try begin(bytes)
            while try hasNext(bytes, &elements, end: UInt8(ascii: "]")) { try skipValue(bytes) }
        case UInt8(ascii: "t"): try literal("true", bytes)
        case UInt8(ascii: "f"): try literal("false", bytes)
        case UInt8(ascii: "n"): try literal("null", bytes)
        default: try number(bytes)
        }
    }

    // MARK: Literals

    /// Steps over exactly `text`.
    @inline(__always)
    mutating func literal(_ text: StaticString, _ bytes: RawSpan) throws(JSONError) {
        guard bytes.has(text, at: offset) else { throw unexpected("a value is expected", bytes) }
        offset += text.utf8CodeUnitCount
    }

    /// An error at this place, which may be the end.
    func unexpected(_ reason: StaticString, _ bytes: RawSpan) -> JSONError {
        JSONError(offset < bytes.byteCount ? reason : "the document ends early", at: offset)
    }
}
