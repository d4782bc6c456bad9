/// Eight characters of base64, decoded in one step to six bytes.
struct Base64Word {
    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highBits = ones << 7

    /// The six bytes, the first of them highest; the two lowest bytes are zero.
    let bytes: UInt64

    /// Decodes the characters at `offset`, which are inside; nil when one is not of the alphabet.
    init?(_ text: RawSpan, at offset: Int) {
        let characters = UInt64(bigEndian: text.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
        guard characters & Self.highBits == 0, let sextets = Self.sextets(characters) else { return nil }
        let pairs = (sextets & 0x3F00_3F00_3F00_3F00) >> 2 | sextets & 0x003F_003F_003F_003F
        let groups = (pairs & 0x0FFF_0000_0FFF_0000) >> 4 | pairs & 0x0000_0FFF_0000_0FFF
        bytes = (groups >> 32) << 40 | (groups & 0xFF_FFFF) << 16
    }

    /// What ASCII characters stand for, a byte each; nil when one is not of the alphabet.
    private static func sextets(_ characters: UInt64) -> UInt64? {
        let upper = flags(characters, "A", "Z")
        let lower = flags(characters, "a", "z")
        let digit = flags(characters, "0", "9")
        let plus = flags(characters, "+", "+")
        let slash = flags(characters, "/", "/")
        guard upper | lower | digit | plus | slash == ones else { return nil }
        // No byte gets below zero or above 63, so none borrows from another.
        return characters &- upper &* 65 &- lower &* 71 &+ digit &* 4 &+ plus &* 19 &+ slash &* 16
    }

    /// A 1 in each byte between two characters.
    private static func flags(_ characters: UInt64, _ first: Unicode.Scalar, _ last: Unicode.Scalar) -> UInt64 {
        let raised = characters | highBits
        let atLeast = raised &- ones &* UInt64(first.value)
        let above = raised &- ones &* UInt64(last.value + 1)
        return (atLeast & ~above & highBits) >> 7
    }
}
