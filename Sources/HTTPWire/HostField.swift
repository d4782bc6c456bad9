/// Checks `uri-host [":" port]` (RFC 9110 §7.2, RFC 3986 §3.2.2).
enum HostField {
    /// Whether `range` names a host; an empty one does not, as no http URI may lack it (RFC 9110 §4.2.1).
    static func isValid(_ range: Range<Int>, in bytes: RawSpan) -> Bool {
        guard !range.isEmpty else { return false }
        let isLiteral = bytes.byte(at: range.lowerBound) == UInt8(ascii: "[")
        guard let end = isLiteral ? endOfLiteral(range, in: bytes) : endOfName(range, in: bytes) else { return false }
        guard end < range.upperBound else { return true }
        return bytes.byte(at: end) == ASCII.colon && isPort(end + 1..<range.upperBound, in: bytes)
    }

    private static func endOfName(_ range: Range<Int>, in bytes: RawSpan) -> Int? {
        var offset = range.lowerBound
        while offset < range.upperBound, ASCII.isHost(bytes.byte(at: offset)) {
            let isPercent = bytes.byte(at: offset) == ASCII.percent
            guard !isPercent || bytes.isPercentEncoding(at: offset, before: range.upperBound) else { return nil }
            offset += 1
        }
        return offset > range.lowerBound ? offset : nil
    }

    private static func endOfLiteral(_ range: Range<Int>, in bytes: RawSpan) -> Int? {
        let start = range.lowerBound + 1
        let end = bytes.firstOffset(of: UInt8(ascii: "]"), from: start, before: range.upperBound)
        guard let end, IPv6Address.isValid(start..<end, in: bytes) else { return nil }
        return end + 1
    }

    private static func isPort(_ range: Range<Int>, in bytes: RawSpan) -> Bool {
        var port = 0
        for offset in range {
            guard ASCII.isDigit(bytes.byte(at: offset)) else { return false }
            port = port * 10 + Int(bytes.byte(at: offset) - UInt8(ascii: "0"))
            guard port <= UInt16.max else { return false }
        }
        return true
    }
}
