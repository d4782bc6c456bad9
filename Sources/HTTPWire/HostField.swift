/// Checks `uri-host [":" port]` (RFC 9110 §7.2, RFC 3986 §3.2.2).
enum HostField {
    /// Whether `range` names a host; an empty one does not, as no http URI may lack it (RFC 9110 §4.2.1).
    static func isValid(_ range: Range<Int>, in bytes: RawSpan) -> Bool {
        guard !range.isEmpty else { return false }
        let end = bytes.byte(at: range.lowerBound) == UInt8(ascii: "[")
            ? endOfLiteral(range, in: bytes) : endOfName(range, in: bytes)
        guard let end else { return false }
        guard end < range.upperBound else { return true }
        guard bytes.byte(at: end) == ASCII.colon else { return false }
        return (end + 1..<range.upperBound).allSatisfy { ASCII.isDigit(bytes.byte(at: $0)) }
            && range.upperBound - end <= 6
    }

    private static func endOfName(_ range: Range<Int>, in bytes: RawSpan) -> Int? {
        var offset = range.lowerBound
        while offset < range.upperBound, ASCII.isHost(bytes.byte(at: offset)) { offset += 1 }
        return offset > range.lowerBound ? offset : nil
    }

    private static func endOfLiteral(_ range: Range<Int>, in bytes: RawSpan) -> Int? {
        var offset = range.lowerBound + 1
        while offset < range.upperBound {
            let value = bytes.byte(at: offset)
            if value == UInt8(ascii: "]") { return offset > range.lowerBound + 1 ? offset + 1 : nil }
            guard ASCII.hexadecimal(value) != nil || value == ASCII.colon || value == UInt8(ascii: ".") else {
                return nil
            }
            offset += 1
        }
        return nil
    }
}
