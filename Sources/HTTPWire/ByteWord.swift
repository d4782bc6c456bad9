/// Eight bytes of a text, looked at in one step.
struct ByteWord {
    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highBits = ones << 7

    /// The first byte is the lowest.
    private let bits: UInt64

    /// The bytes from `offset` on, which are checked against the bounds; nil where fewer are left before `end`.
    init?(_ bytes: RawSpan, at offset: Int, before end: Int) {
        guard end - offset >= 8 else { return nil }
        bits = UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }

    /// How many bytes come before the first `value`, 8 when there is none.
    func distance(to value: UInt8) -> Int {
        let difference = bits ^ Self.ones &* UInt64(value)
        // Sets the highest bit of the first byte that is zero; bits above it may be wrong.
        return (Self.highBits & (difference &- Self.ones) & ~difference).trailingZeroBitCount / 8
    }

    /// Whether there is a control character of ASCII, the tab among them.
    var hasControl: Bool {
        let below32 = (bits &- Self.ones &* 32) & ~bits
        let delete = bits ^ Self.ones &* 127
        return (below32 | (delete &- Self.ones) & ~delete) & Self.highBits != 0
    }
}
