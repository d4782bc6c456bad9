/// Turns texts into JSON strings and back.
package enum JSONText {
    /// `text` as a JSON string, quotation marks included; only what must be escaped is.
    package static func quoted(_ text: String) -> String {
        var writer = JSONWriter()
        writer.write(text)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    /// The text that the bytes between the quotation marks of a checked JSON string stand for.
    static func unescaped(_ bytes: RawSpan) -> String {
        // No escape is shorter than what it stands for.
        String(unsafeUninitializedCapacity: bytes.byteCount) { buffer in
            unescape(bytes, into: UnsafeMutableRawBufferPointer(buffer)).written
        }
    }

    /// Writes what the bytes of a checked JSON string stand for, as UTF-8, until `output` is full.
    ///
    /// - Returns: how many bytes were read and how many were written.
    static func unescape(
        _ bytes: RawSpan,
        into output: UnsafeMutableRawBufferPointer
    ) -> (read: Int, written: Int) {
        var (read, written) = (0, 0)
        while let byte = bytes.byte(at: read), written < output.count {
            guard byte == UInt8(ascii: "\\") else {
                output[written] = byte
                (read, written) = (read + 1, written + 1)
                continue
            }
            let (scalar, length) = escape(at: read, in: bytes)
            guard let units = UTF8.encode(scalar), units.count <= output.count - written else { break }
            for unit in units {
                output[written] = unit
                written += 1
            }
            read += length
        }
        return (read, written)
    }

    /// The code unit of `\uXXXX` at `offset`.
    static func codeUnit(at offset: Int, in bytes: RawSpan) -> UInt16? {
        guard bytes.has("\\u", at: offset) else { return nil }
        var value: UInt16 = 0
        for index in offset + 2..<offset + 6 {
            guard let byte = bytes.byte(at: index), let digit = hexDigit(byte) else { return nil }
            value = value << 4 | UInt16(digit)
        }
        return value
    }

    private static func hexDigit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }

    /// The character that the escape at `offset` stands for, and the number of its bytes.
    private static func escape(at offset: Int, in bytes: RawSpan) -> (Unicode.Scalar, Int) {
        if let unit = codeUnit(at: offset, in: bytes) {
            guard UTF16.isLeadSurrogate(unit), let trail = codeUnit(at: offset + 6, in: bytes) else {
                return (Unicode.Scalar(unit) ?? "\u{FFFD}", 6)
            }
            let value = 0x10000 + (UInt32(unit) & 0x3FF) << 10 + UInt32(trail) & 0x3FF
            return (Unicode.Scalar(value) ?? "\u{FFFD}", 12)
        }
        switch bytes.byte(at: offset + 1) {
        case UInt8(ascii: "b"): return ("\u{08}", 2)
        case UInt8(ascii: "f"): return ("\u{0C}", 2)
        case UInt8(ascii: "n"): return ("\n", 2)
        case UInt8(ascii: "r"): return ("\r", 2)
        case UInt8(ascii: "t"): return ("\t", 2)
        case let character?: return (Unicode.Scalar(character), 2)
        case nil: return ("\u{FFFD}", 1)
        }
    }
}
