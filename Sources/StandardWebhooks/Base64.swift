/// Base64 with the standard alphabet (RFC 4648 §4).
enum Base64 {
    /// Which spellings of the same bytes are read.
    enum Spelling {
        /// Only the one that ``encode(_:)`` writes: whole padding, and zeros in the bits behind the last byte.
        ///
        /// Signatures must have it, so that a signed message has one form only.
        case canonical

        /// All of them: padding may be missing in part or as a whole, and bits behind the last byte are ignored.
        ///
        /// Keys are copied by hand, and padding gets lost on the way.
        case any
    }

    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    private static let padding = UInt8(ascii: "=")

    /// Decodes `text`; nil when it is not base64.
    static func decode(_ text: some StringProtocol, spelling: Spelling = .any) -> [UInt8]? {
        var isValid = false
        let characters = Array(text.utf8)
        let bytes = [UInt8](unsafeUninitializedCapacity: characters.count) { buffer, count in
            let output = UnsafeMutableRawBufferPointer(buffer)
            let decoded = decode(characters.span.bytes, spelling: spelling, into: output)
            isValid = decoded != nil
            count = decoded ?? 0
        }
        return isValid ? bytes : nil
    }

    /// Decodes `text` into `output` and returns the number of bytes; nil when it is not base64 or does not fit.
    static func decode(_ text: RawSpan, spelling: Spelling, into output: UnsafeMutableRawBufferPointer) -> Int? {
        guard let length = lengthWithoutPadding(text, spelling) else { return nil }
        var offset = 0
        var count = 0
        // A word is written whole: what its last two bytes overwrite comes later.
        while length - offset >= 8, output.count - count >= 8 {
            guard let word = Base64Word(text, at: offset) else { return nil }
            output.storeBytes(of: word.bytes.bigEndian, toByteOffset: count, as: UInt64.self)
            offset += 8
            count += 6
        }
        // Four characters are left for three bytes, three for two, two for one.
        while offset < length {
            let group = min(4, length - offset)
            guard output.count - count >= group - 1, let bits = bits(of: text, at: offset, count: group) else {
                return nil
            }
            // Two characters carry four bits too many, three carry two.
            let unused: UInt32 = group == 4 ? 0 : (1 << UInt32(8 - 2 * group)) &- 1
            guard spelling == .any || bits & unused == 0 else { return nil }
            for index in 1..<group {
                output[count] = UInt8(truncatingIfNeeded: bits >> UInt32(6 * group - 8 * index))
                count += 1
            }
            offset += group
        }
        return count
    }

    /// Encodes with padding.
    static func encode(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        var rest = bytes[...]
        while !rest.isEmpty {
            let group = rest.prefix(3)
            rest = rest.dropFirst(3)
            var bits: UInt32 = 0
            for index in 0..<3 {
                bits = bits << 8 | UInt32(group.dropFirst(index).first ?? 0)
            }
            for index in 0..<4 {
                let sextet = Int(bits >> UInt32(18 - 6 * index) & 63)
                text.append(index <= group.count ? alphabet[sextet] : padding)
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The number of characters before the padding; nil when the padding is wrong, or a lone character comes last.
    private static func lengthWithoutPadding(_ text: RawSpan, _ spelling: Spelling) -> Int? {
        var length = text.byteCount
        while length > 0, text.byte(at: length - 1) == padding { length -= 1 }
        let missing = (4 - length % 4) % 4
        let found = text.byteCount - length
        guard missing <= 2 else { return nil }
        return (spelling == .canonical ? found == missing : found <= missing) ? length : nil
    }

    /// The bits of up to four characters, six of each; nil when one is not of the alphabet.
    @inline(__always)
    private static func bits(of text: RawSpan, at offset: Int, count: Int) -> UInt32? {
        var bits: UInt32 = 0
        var all: UInt8 = 0
        for index in 0..<count {
            let value = value(of: text.byte(at: offset + index))
            bits = bits << 6 | UInt32(value & 63)
            all |= value
        }
        return all < 64 ? bits : nil
    }

    /// The six bits of a character, 255 when it is not of the alphabet; without branches, which no processor foresees.
    private static func value(of character: UInt8) -> UInt8 {
        let (upper, lower, digit) = (
            character &- UInt8(ascii: "A"), character &- UInt8(ascii: "a"), character &- UInt8(ascii: "0")
        )
        var value = UInt8.max
        value = upper < 26 ? upper : value
        value = lower < 26 ? lower &+ 26 : value
        value = digit < 10 ? digit &+ 52 : value
        value = character == UInt8(ascii: "+") ? 62 : value
        return character == UInt8(ascii: "/") ? 63 : value
    }
}
