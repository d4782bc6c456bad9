extension RawSpan {
    /// The byte at `offset`, which is checked against the bounds.
    package func byte(at offset: Int) -> UInt8 {
        unsafeLoad(fromByteOffset: offset, as: UInt8.self)
    }

    /// The offset of the first `value` at or after `start` and before `end`.
    func firstOffset(of value: UInt8, from start: Int, before end: Int) -> Int? {
        var offset = start
        while let word = ByteWord(self, at: offset, before: end) {
            let distance = word.distance(to: value)
            guard distance == 8 else { return offset + distance }
            offset += 8
        }
        while offset < end {
            if byte(at: offset) == value { return offset }
            offset += 1
        }
        return nil
    }

    /// The offset of the first byte in `range` that may not stand in a field value.
    func firstOutsideFieldContent(in range: Range<Int>) -> Int? {
        var offset = range.lowerBound
        while offset < range.upperBound {
            if let word = ByteWord(self, at: offset, before: range.upperBound), !word.hasControl {
                offset += 8
            } else {
                guard ASCII.isFieldContent(byte(at: offset)) else { return offset }
                offset += 1
            }
        }
        return nil
    }

    /// Whether the bytes in `range` are `text`, which is in lower case, without regard to case.
    func equals(_ text: StaticString, in range: Range<Int>) -> Bool {
        guard range.count == text.utf8CodeUnitCount else { return false }
        for index in 0..<range.count
        where ASCII.lowercased(byte(at: range.lowerBound + index)) != text.utf8Start[index] {
            return false
        }
        return true
    }

    /// Whether the percent sign at `offset` has its two hexadecimal digits before `end` (RFC 3986 §2.1).
    func isPercentEncoding(at offset: Int, before end: Int) -> Bool {
        offset + 2 < end && ASCII.hexadecimal(byte(at: offset + 1)) != nil
            && ASCII.hexadecimal(byte(at: offset + 2)) != nil
    }

    /// `range` without spaces and tabs at its ends.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var lower = range.lowerBound
        var upper = range.upperBound
        while lower < upper, ASCII.isBlank(byte(at: lower)) { lower += 1 }
        while lower < upper, ASCII.isBlank(byte(at: upper - 1)) { upper -= 1 }
        return lower..<upper
    }
}
