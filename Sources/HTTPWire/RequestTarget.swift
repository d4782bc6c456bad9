/// Reads request targets (RFC 9112 §3.2): a path with a query, a whole URI, or `*` with OPTIONS.
enum RequestTarget {
    /// Where the path is; empty for `*` and for a URI without a path.
    static func path(
        of target: Range<Int>,
        in bytes: RawSpan,
        allowsAsterisk: Bool
    ) throws(HTTPParseError) -> Range<Int> {
        if allowsAsterisk, target.count == 1, bytes.byte(at: target.lowerBound) == UInt8(ascii: "*") {
            return target.lowerBound..<target.lowerBound
        }
        try checkCharacters(of: target, in: bytes)
        let start = try pathStart(of: target, in: bytes)
        let end = bytes.firstOffset(of: UInt8(ascii: "?"), from: start, before: target.upperBound)
        return start..<(end ?? target.upperBound)
    }

    private static func checkCharacters(of target: Range<Int>, in bytes: RawSpan) throws(HTTPParseError) {
        for offset in target {
            let value = bytes.byte(at: offset)
            let isAuthorityBracket = value == UInt8(ascii: "[") || value == UInt8(ascii: "]")
            guard ASCII.isTarget(value) || isAuthorityBracket else { throw .malformedTarget }
            guard value != ASCII.percent || bytes.isPercentEncoding(at: offset, before: target.upperBound) else {
                throw .malformedTarget
            }
        }
    }

    private static func pathStart(of target: Range<Int>, in bytes: RawSpan) throws(HTTPParseError) -> Int {
        guard bytes.byte(at: target.lowerBound) != UInt8(ascii: "/") else {
            try refuseBrackets(in: target, bytes)
            return target.lowerBound
        }
        let authority = try authorityStart(of: target, in: bytes)
        var offset = authority
        while offset < target.upperBound, bytes.byte(at: offset) != UInt8(ascii: "/"),
            bytes.byte(at: offset) != UInt8(ascii: "?")
        {
            offset += 1
        }
        guard HostField.isValid(authority..<offset, in: bytes) else { throw .malformedTarget }
        try refuseBrackets(in: offset..<target.upperBound, bytes)
        return offset
    }

    private static func authorityStart(of target: Range<Int>, in bytes: RawSpan) throws(HTTPParseError) -> Int {
        guard let start = end(of: "http://", in: target, bytes) ?? end(of: "https://", in: target, bytes) else {
            throw .malformedTarget
        }
        return start
    }

    private static func end(of scheme: StaticString, in target: Range<Int>, _ bytes: RawSpan) -> Int? {
        let end = target.lowerBound + scheme.utf8CodeUnitCount
        return end <= target.upperBound && bytes.equals(scheme, in: target.lowerBound..<end) ? end : nil
    }

    private static func refuseBrackets(in range: Range<Int>, _ bytes: RawSpan) throws(HTTPParseError) {
        for offset in range
        where bytes.byte(at: offset) == UInt8(ascii: "[") || bytes.byte(at: offset) == UInt8(ascii: "]") {
            throw .malformedTarget
        }
    }
}
