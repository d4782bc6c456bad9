/// Checks `IPv6address` (RFC 3986 §3.2.2).
enum IPv6Address {
    /// Whether `range` is eight groups, or fewer with one `::`; the last two may be an IPv4 address.
    static func isValid(_ range: Range<Int>, in bytes: RawSpan) -> Bool {
        var offset = range.lowerBound
        var groups = 0
        var hasGap = false
        if range.count >= 2, bytes.equalsExactly("::", in: offset..<offset + 2) {
            hasGap = true
            offset += 2
        }
        while offset < range.upperBound {
            let end = endOfGroup(offset, before: range.upperBound, in: bytes)
            if end < range.upperBound, bytes.byte(at: end) == UInt8(ascii: ".") {
                guard isIPv4(offset..<range.upperBound, in: bytes) else { return false }
                groups += 2
                break
            }
            guard end > offset else { return false }
            groups += 1
            guard end < range.upperBound else { break }
            // A colon joins two groups; a second one behind it is the gap, which may also end the address.
            guard bytes.byte(at: end) == ASCII.colon, end + 1 < range.upperBound else { return false }
            offset = end + 1
            if bytes.byte(at: offset) == ASCII.colon {
                guard !hasGap else { return false }
                hasGap = true
                offset += 1
            }
        }
        return hasGap ? groups < 8 : groups == 8
    }

    private static func endOfGroup(_ start: Int, before end: Int, in bytes: RawSpan) -> Int {
        var offset = start
        while offset < min(end, start + 4), ASCII.hexadecimal(bytes.byte(at: offset)) != nil { offset += 1 }
        return offset
    }

    private static func isIPv4(_ range: Range<Int>, in bytes: RawSpan) -> Bool {
        var start = range.lowerBound
        for _ in 0..<3 {
            let end = bytes.firstOffset(of: UInt8(ascii: "."), from: start, before: range.upperBound)
            guard let end, isOctet(start..<end, in: bytes) else { return false }
            start = end + 1
        }
        return isOctet(start..<range.upperBound, in: bytes)
    }

    private static func isOctet(_ range: Range<Int>, in bytes: RawSpan) -> Bool {
        guard (1...3).contains(range.count), range.count == 1 || bytes.byte(at: range.lowerBound) != UInt8(ascii: "0")
        else { return false }
        var value = 0
        for offset in range {
            guard ASCII.isDigit(bytes.byte(at: offset)) else { return false }
            value = value * 10 + Int(bytes.byte(at: offset) - UInt8(ascii: "0"))
        }
        return value <= UInt8.max
    }
}
