/// Walks over JSON text (RFC 8259) and checks all of it, without building anything.
///
/// It holds a position only; every call gets the same bytes.
struct JSONScanner {
    /// How deep arrays and objects may be nested.
    ///
    /// Polar's own documents stay below twenty levels.
    static let depthLimit = 256

    /// A string as it stands in the text.
    struct Text {
        /// The bytes between the quotation marks.
        let range: Range<Int>

        /// Whether some of them are escapes.
        let hasEscapes: Bool
    }

    private(set) var offset = 0
    private var depth = 0

    /// The next byte after white space, which is skipped; nil at the end.
    mutating func peek(_ bytes: RawSpan) -> UInt8? {
        while offset < bytes.byteCount {
            let byte = bytes.byte(at: offset)
            guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return byte }
            offset += 1
        }
        return nil
    }

    /// Checks that only white space is left.
    mutating func expectEnd(_ bytes: RawSpan) throws(DecodingFailure) {
        guard peek(bytes) == nil else { throw DecodingFailure("something follows the document") }
    }

    /// Skips one value of any kind; returns the bytes it stands in.
    mutating func skipValue(_ bytes: RawSpan) throws(DecodingFailure) -> Range<Int> {
        let first = peek(bytes)
        let start = offset
        switch first {
        case UInt8(ascii: "{"):
            try forEachMember(bytes) { (scanner, _) throws(DecodingFailure) in _ = try scanner.skipValue(bytes) }
        case UInt8(ascii: "["):
            try forEachElement(bytes) { (scanner) throws(DecodingFailure) in _ = try scanner.skipValue(bytes) }
        case UInt8(ascii: "\""): _ = try string(bytes)
        case UInt8(ascii: "t"): try literal("true", bytes)
        case UInt8(ascii: "f"): try literal("false", bytes)
        case UInt8(ascii: "n"): try literal("null", bytes)
        default: try number(bytes)
        }
        return start..<offset
    }

    /// Reads an object; `body` gets each name and must read the value behind it.
    mutating func forEachMember(
        _ bytes: RawSpan,
        _ body: (inout JSONScanner, Text) throws(DecodingFailure) -> Void
    ) throws(DecodingFailure) {
        try enter()
        var next = peek(bytes)
        guard next != UInt8(ascii: "}") else { return leave() }
        while true {
            guard next == UInt8(ascii: "\"") else { throw DecodingFailure("a member's name is expected") }
            let name = try string(bytes)
            guard peek(bytes) == UInt8(ascii: ":") else { throw DecodingFailure("a colon is expected") }
            offset += 1
            do throws(DecodingFailure) {
                try body(&self, name)
            } catch {
                throw error.inside(".\(JSONText.unescaped(bytes.extracting(name.range)))")
            }
            guard try hasMore(bytes, end: UInt8(ascii: "}")) else { return leave() }
            next = peek(bytes)
        }
    }

    /// Reads an array; `body` must read each element.
    mutating func forEachElement(
        _ bytes: RawSpan,
        _ body: (inout JSONScanner) throws(DecodingFailure) -> Void
    ) throws(DecodingFailure) {
        try enter()
        guard peek(bytes) != UInt8(ascii: "]") else { return leave() }
        var index = 0
        while true {
            do throws(DecodingFailure) {
                try body(&self)
            } catch {
                throw error.inside("[\(index)]")
            }
            guard try hasMore(bytes, end: UInt8(ascii: "]")) else { return leave() }
            index += 1
        }
    }

    /// Reads a string, whose opening quotation mark is next, and checks its UTF-8 and escapes.
    mutating func string(_ bytes: RawSpan) throws(DecodingFailure) -> Text {
        offset += 1
        let start = offset
        var hasEscapes = false
        while offset < bytes.byteCount {
            let byte = bytes.byte(at: offset)
            switch byte {
            case UInt8(ascii: "\""):
                defer { offset += 1 }
                return Text(range: start..<offset, hasEscapes: hasEscapes)
            case UInt8(ascii: "\\"):
                hasEscapes = true
                try skipEscape(bytes)
            case 0x20...0x7F: offset += 1
            case 0x80...: try skipMultibyteCharacter(bytes, first: byte)
            default: throw DecodingFailure("a string holds a control character")
            }
        }
        throw DecodingFailure("a string has no end")
    }

    /// Reads a number and checks its grammar (RFC 8259 §6).
    mutating func number(_ bytes: RawSpan) throws(DecodingFailure) {
        guard offset < bytes.byteCount else { throw DecodingFailure("the document ends early") }
        if bytes.byte(at: offset) == UInt8(ascii: "-") { offset += 1 }
        let start = offset
        let integerDigits = skipDigits(bytes)
        guard integerDigits > 0 else { throw DecodingFailure("a value is expected") }
        guard integerDigits == 1 || bytes.byte(at: start) != UInt8(ascii: "0") else {
            throw DecodingFailure("a number starts with a zero")
        }
        if next(bytes, is: UInt8(ascii: ".")) {
            offset += 1
            guard skipDigits(bytes) > 0 else { throw DecodingFailure("a number has no digits behind its point") }
        }
        if next(bytes, is: UInt8(ascii: "e")) || next(bytes, is: UInt8(ascii: "E")) {
            offset += 1
            if next(bytes, is: UInt8(ascii: "+")) || next(bytes, is: UInt8(ascii: "-")) { offset += 1 }
            guard skipDigits(bytes) > 0 else { throw DecodingFailure("a number has no digits in its exponent") }
        }
    }

    /// Reads exactly `text`.
    mutating func literal(_ text: StaticString, _ bytes: RawSpan) throws(DecodingFailure) {
        let end = offset + text.utf8CodeUnitCount
        guard end <= bytes.byteCount, bytes.equals(text, in: offset..<end) else {
            throw DecodingFailure("a value is expected")
        }
        offset = end
    }

    // MARK: Structure

    private mutating func enter() throws(DecodingFailure) {
        depth += 1
        guard depth <= Self.depthLimit else { throw DecodingFailure("nested more than \(Self.depthLimit) levels deep") }
        offset += 1
    }

    private mutating func leave() {
        depth -= 1
        offset += 1
    }

    private mutating func hasMore(_ bytes: RawSpan, end: UInt8) throws(DecodingFailure) -> Bool {
        switch peek(bytes) {
        case UInt8(ascii: ","):
            offset += 1
            return true
        case end: return false
        case nil: throw DecodingFailure("the document ends early")
        default: throw DecodingFailure("a comma is expected")
        }
    }

    // MARK: Characters

    private func next(_ bytes: RawSpan, is byte: UInt8) -> Bool {
        offset < bytes.byteCount && bytes.byte(at: offset) == byte
    }

    private mutating func skipDigits(_ bytes: RawSpan) -> Int {
        let start = offset
        while offset < bytes.byteCount, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes.byte(at: offset)) {
            offset += 1
        }
        return offset - start
    }

    /// Skips an escape; the two halves of a surrogate pair count as one, a lone half is an error.
    private mutating func skipEscape(_ bytes: RawSpan) throws(DecodingFailure) {
        guard offset + 1 < bytes.byteCount else { throw DecodingFailure("a string has no end") }
        switch bytes.byte(at: offset + 1) {
        case UInt8(ascii: "u"):
            guard let unit = JSONText.codeUnit(at: offset, in: bytes) else {
                throw DecodingFailure("a string holds an unknown escape")
            }
            offset += 6
            guard UTF16.isSurrogate(unit) else { return }
            guard UTF16.isLeadSurrogate(unit), let trail = JSONText.codeUnit(at: offset, in: bytes),
                UTF16.isTrailSurrogate(trail)
            else { throw DecodingFailure("a string holds half a surrogate pair") }
            offset += 6
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            offset += 2
        default: throw DecodingFailure("a string holds an unknown escape")
        }
    }

    /// Skips one well-formed sequence of two to four bytes (Unicode, table 3-7).
    private mutating func skipMultibyteCharacter(_ bytes: RawSpan, first: UInt8) throws(DecodingFailure) {
        let (length, second): (Int, ClosedRange<UInt8>)
        switch first {
        case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: throw DecodingFailure("a string is not UTF-8")
        }
        guard offset + length <= bytes.byteCount, second.contains(bytes.byte(at: offset + 1)) else {
            throw DecodingFailure("a string is not UTF-8")
        }
        for index in offset + 2..<max(offset + length, offset + 2) where bytes.byte(at: index) & 0xC0 != 0x80 {
            throw DecodingFailure("a string is not UTF-8")
        }
        offset += length
    }
}
