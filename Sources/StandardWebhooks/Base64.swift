/// Base64 with the standard alphabet (RFC 4648 §4); all or some of the padding may be missing when reading.
enum Base64 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    private static let padding = UInt8(ascii: "=")

    /// Decodes `text`; nil when it is not base64.
    static func decode(_ text: some StringProtocol) -> [UInt8]? {
        var isValid = false
        let characters = Array(text.utf8)
        let bytes = [UInt8](unsafeUninitializedCapacity: characters.count) { buffer, count in
            let decoded = decode(characters.span.bytes, into: UnsafeMutableRawBufferPointer(buffer))
            isValid = decoded != nil
            count = decoded ?? 0
        }
        return isValid ? bytes : nil
    }

    /// Decodes `text` into `output` and returns how many bytes that were; nil when it is not base64 or does not fit.
    ///
    /// Bits that are left over after the last byte are ignored, as every decoder in the field does.
    static func decode(_ text: RawSpan, into output: UnsafeMutableRawBufferPointer) -> Int? {
        guard let length = lengthWithoutPadding(text) else { return nil }
        var bits: UInt32 = 0
        var bitCount: UInt32 = 0
        var count = 0
        for offset in 0..<length {
            guard let value = value(of: text.byte(at: offset)) else { return nil }
            bits = bits << 6 | UInt32(value)
            bitCount += 6
            guard bitCount >= 8 else { continue }
            bitCount -= 8
            guard count < output.count else { return nil }
            output[count] = UInt8(truncatingIfNeeded: bits >> bitCount)
            count += 1
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

    /// The number of characters before the padding; nil when there is too much of it or a lone last character.
    private static func lengthWithoutPadding(_ text: RawSpan) -> Int? {
        var length = text.byteCount
        while length > 0, text.byte(at: length - 1) == padding { length -= 1 }
        let missing = (4 - length % 4) % 4
        return missing <= 2 && text.byteCount - length <= missing ? length : nil
    }

    private static func value(of character: UInt8) -> UInt8? {
        switch character {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): character - UInt8(ascii: "A")
        case UInt8(ascii: "a")...UInt8(ascii: "z"): character - UInt8(ascii: "a") + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): character - UInt8(ascii: "0") + 52
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }
}
