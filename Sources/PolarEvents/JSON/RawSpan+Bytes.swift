extension RawSpan {
    /// The byte at `offset`, which is checked against the bounds.
    func byte(at offset: Int) -> UInt8 {
        unsafeLoad(fromByteOffset: offset, as: UInt8.self)
    }

    /// Whether the bytes in `range` are `text`.
    func equals(_ text: StaticString, in range: Range<Int>) -> Bool {
        guard range.count == text.utf8CodeUnitCount else { return false }
        for index in 0..<range.count where byte(at: range.lowerBound + index) != text.utf8Start[index] {
            return false
        }
        return true
    }
}
