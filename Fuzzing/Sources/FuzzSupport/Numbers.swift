/// Numbers that look random and depend on nothing but the input (SplitMix64).
package struct Numbers {
    private var state: UInt64

    /// Starts from a digest of the input (FNV-1a).
    package init(seed input: [UInt8]) {
        state = input.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }

    /// The next number from 0 to `limit` - 1; `limit` must be positive.
    package mutating func next(below limit: Int) -> Int {
        state &+= 0x9e37_79b9_7f4a_7c15
        var value = (state ^ state >> 30) &* 0xbf58_476d_1ce4_e5b9
        value = (value ^ value >> 27) &* 0x94d0_49bb_1331_11eb
        return Int((value ^ value >> 31) % UInt64(limit))
    }
}
