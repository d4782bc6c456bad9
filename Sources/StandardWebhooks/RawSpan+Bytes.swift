extension RawSpan {
    /// The byte at `offset`, which is checked against the bounds.
    func byte(at offset: Int) -> UInt8 {
        unsafeLoad(fromByteOffset: offset, as: UInt8.self)
    }

    /// The offset of the first `value` at or after `start`.
    func firstOffset(of value: UInt8, from start: Int) -> Int? {
        var offset = start
        while offset < byteCount {
            if byte(at: offset) == value { return offset }
            offset += 1
        }
        return nil
    }

    /// Whether the bytes from `start` on begin with `text`.
    func hasPrefix(_ text: StaticString, from start: Int) -> Bool {
        guard start <= byteCount, text.utf8CodeUnitCount <= byteCount - start else { return false }
        for index in 0..<text.utf8CodeUnitCount where byte(at: start + index) != text.utf8Start[index] {
            return false
        }
        return true
    }
}
