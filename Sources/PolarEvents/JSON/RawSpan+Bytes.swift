extension RawSpan {
    /// The byte at `offset`, nil behind the end.
    @inline(__always)
    func byte(at offset: Int) -> UInt8? {
        guard offset < byteCount else { return nil }
        return uncheckedByte(at: offset)
    }

    /// The byte at an `offset` that is known to be inside.
    @inline(__always)
    func uncheckedByte(at offset: Int) -> UInt8 {
        assert(offset >= 0 && offset < byteCount)
        return unsafeLoad(fromUncheckedByteOffset: offset, as: UInt8.self)
    }

    /// Eight bytes from `offset` on, the first of them lowest; nil where there are fewer.
    @inline(__always)
    func word(at offset: Int) -> UInt64? {
        guard offset <= byteCount - 8 else { return nil }
        return UInt64(littleEndian: unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self))
    }

    /// Whether `text` stands at `offset`.
    @inline(__always)
    func has(_ text: StaticString, at offset: Int) -> Bool {
        let count = text.utf8CodeUnitCount
        guard count <= byteCount - offset else { return false }
        guard count >= 8 else { return (0..<count).allSatisfy { uncheckedByte(at: offset + $0) == text.utf8Start[$0] } }
        var index = 0
        while index < count - 8 {
            guard equals(text, at: offset, from: index) else { return false }
            index += 8
        }
        // The last word overlaps the one before it.
        return equals(text, at: offset, from: count - 8)
    }

    /// Whether eight bytes of `text` from `index` on stand there when it starts at `offset`.
    @inline(__always)
    private func equals(_ text: StaticString, at offset: Int, from index: Int) -> Bool {
        let expected = UnsafeRawPointer(text.utf8Start).loadUnaligned(fromByteOffset: index, as: UInt64.self)
        return unsafeLoadUnaligned(fromUncheckedByteOffset: offset + index, as: UInt64.self) == expected
    }
}
