extension JSONScanner {
    /// Steps over a number and checks its grammar (RFC 8259 §6); whether it is an integer.
    @discardableResult
    mutating func number(_ bytes: RawSpan) throws(JSONError) -> Bool {
        _ = skip(UInt8(ascii: "-"), bytes)
        let start = offset
        let digits = skipDigits(bytes)
        guard digits > 0 else { throw unexpected("a value is expected", bytes) }
        guard digits == 1 || bytes.byte(at: start) != UInt8(ascii: "0") else {
            throw JSONError("a number starts with a zero", at: start)
        }
        let hasFraction = try skipFraction(bytes)
        let hasExponent = try skipExponent(bytes)
        return !hasFraction && !hasExponent
    }

    /// Steps over an integer; nil when it does not fit.
    ///
    /// - Throws: ``JSONError`` as well when the number has a fraction or an exponent.
    mutating func integer(_ bytes: RawSpan) throws(JSONError) -> Int64? {
        let start = offset
        guard try number(bytes) else { throw JSONError("an integer is expected", at: start) }
        let isNegative = bytes.byte(at: start) == UInt8(ascii: "-")
        let digits = (isNegative ? start + 1 : start)..<offset
        guard digits.count > 18 else {
            // Eighteen digits always fit.
            let value = digits.reduce(0) { $0 &* 10 &+ Int64(bytes.uncheckedByte(at: $1) &- UInt8(ascii: "0")) }
            return isNegative ? -value : value
        }
        return bytes.extracting(start..<offset).withUnsafeBytes { Int64(String(decoding: $0, as: UTF8.self)) }
    }

    private mutating func skipFraction(_ bytes: RawSpan) throws(JSONError) -> Bool {
        guard skip(UInt8(ascii: "."), bytes) else { return false }
        guard skipDigits(bytes) > 0 else { throw unexpected("a number has no digits behind its point", bytes) }
        return true
    }

    private mutating func skipExponent(_ bytes: RawSpan) throws(JSONError) -> Bool {
        guard skip(UInt8(ascii: "e"), bytes) || skip(UInt8(ascii: "E"), bytes) else { return false }
        if !skip(UInt8(ascii: "+"), bytes) { _ = skip(UInt8(ascii: "-"), bytes) }
        guard skipDigits(bytes) > 0 else { throw unexpected("a number has no digits in its exponent", bytes) }
        return true
    }

    @inline(__always)
    private mutating func skip(_ byte: UInt8, _ bytes: RawSpan) -> Bool {
        guard bytes.byte(at: offset) == byte else { return false }
        offset += 1
        return true
    }

    @inline(__always)
    private mutating func skipDigits(_ bytes: RawSpan) -> Int {
        let start = offset
        while let byte = bytes.byte(at: offset), byte &- UInt8(ascii: "0") < 10 { offset += 1 }
        return offset - start
    }
}
