extension JSONScanner {
    /// Steps over a string, whose opening quotation mark is next, and checks its UTF-8 and its escapes.
    @inline(__always)
    mutating func string(_ bytes: RawSpan) throws(JSONError) -> Text {
        offset += 1
        let start = offset
        skipPlainWords(bytes)
        if bytes.byte(at: offset) == UInt8(ascii: "\"") {
            offset += 1
            return Text(range: start..<offset - 1, hasEscapes: false)
        }
        return try stringRest(bytes, start: start)
    }

    /// The general case: from the first byte that is not plain on.
    @inline(never)
    private mutating func stringRest(_ bytes: RawSpan, start: Int) throws(JSONError) -> Text {
        var hasEscapes = false
        while let byte = bytes.byte(at: offset) {
            switch byte {
            case UInt8(ascii: "\""):
                offset += 1
                return Text(range: start..<offset - 1, hasEscapes: hasEscapes)
            case UInt8(ascii: "\\"):
                hasEscapes = true
                try skipEscape(bytes)
            case 0x80...:
                try skipMultibyteCharacter(bytes, first: byte)
            case 0x20...:
                offset += 1
                skipPlainWords(bytes)
            default: throw JSONError("a string holds a control character", at: offset)
            }
        }
        throw JSONError("a string has no end", at: start)
    }

    /// Steps over what is neither a quotation mark nor a backslash, control or non-ASCII character, eight bytes at a time.
    ///
    /// Less than eight bytes before the end of the document are left to the caller.
    @inline(__always)
    private mutating func skipPlainWords(_ bytes: RawSpan) {
        while let word = bytes.word(at: offset) {
            // The lowest byte that sets its high bit is exact; those above it may be false, by a borrow.
            let control = word &- 0x2020_2020_2020_2020
            let quote = (word ^ 0x2222_2222_2222_2222) &- 0x0101_0101_0101_0101
            let backslash = (word ^ 0x5C5C_5C5C_5C5C_5C5C) &- 0x0101_0101_0101_0101
            let stops = (control | quote | backslash | word) & 0x8080_8080_8080_8080
            guard stops == 0 else {
                offset += stops.trailingZeroBitCount / 8
                return
            }
            offset += 8
        }
    }

    /// Steps over an escape; the two halves of a surrogate pair count as one, a lone half is an error.
    private mutating func skipEscape(_ bytes: RawSpan) throws(JSONError) {
        switch bytes.byte(at: offset + 1) {
        case UInt8(ascii: "u"):
            guard let unit = JSONText.codeUnit(at: offset, in: bytes) else {
                throw JSONError("a string holds an unknown escape", at: offset)
            }
            offset += 6
            guard UTF16.isSurrogate(unit) else { return }
            guard UTF16.isLeadSurrogate(unit), let trail = JSONText.codeUnit(at: offset, in: bytes),
                UTF16.isTrailSurrogate(trail)
            else { throw JSONError("a string holds half a surrogate pair", at: offset - 6) }
            offset += 6
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            offset += 2
        default: throw JSONError("a string holds an unknown escape", at: offset)
        }
    }

    /// Steps over one well-formed sequence of two to four bytes (Unicode, table 3-7).
    private mutating func skipMultibyteCharacter(_ bytes: RawSpan, first: UInt8) throws(JSONError) {
        let (length, second): (Int, ClosedRange<UInt8>)
        switch first {
        case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: throw JSONError("a string is not UTF-8", at: offset)
        }
        guard let next = bytes.byte(at: offset + 1), second.contains(next),
            length < 3 || isContinuation(bytes, offset + 2), length < 4 || isContinuation(bytes, offset + 3)
        else { throw JSONError("a string is not UTF-8", at: offset) }
        offset += length
    }

    private func isContinuation(_ bytes: RawSpan, _ offset: Int) -> Bool {
        bytes.byte(at: offset).map { $0 & 0xC0 == 0x80 } ?? false
    }
}
