/// Some of the ASCII characters, as a bit for each: literals, so that nothing is made at run time.
struct ASCIISet {
    /// The characters 0 to 63, from the lowest bit up.
    let first: UInt64

    /// The characters 64 to 127.
    let second: UInt64

    func contains(_ value: UInt8) -> Bool {
        let word = value < 64 ? first : value < 128 ? second : 0
        return word >> UInt64(value & 63) & 1 != 0
    }
}
