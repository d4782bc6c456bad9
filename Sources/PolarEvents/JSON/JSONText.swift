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
        var units: [UInt8] = []
        units.reserveCapacity(bytes.byteCount)
        var offset = 0
        while let byte = bytes.byte(at: offset) {
            if byte == UInt8(ascii: "\\") {
                appendEscape(bytes, at: &offset, to: &units)
            } else {
                units.append(byte)
                offset += 1
            }
        }
        return String(decoding: units, as: UTF8.self)
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

    private static func appendEscape(_ bytes: RawSpan, at offset: inout Int, to units: inout [UInt8]) {
        if let unit = codeUnit(at: offset, in: bytes) {
            var pair = [unit]
            offset += 6
            if UTF16.isLeadSurrogate(unit), let trail = codeUnit(at: offset, in: bytes) {
                pair.append(trail)
                offset += 6
            }
            units.append(contentsOf: String(decoding: pair, as: UTF16.self).utf8)
            return
        }
        let character = bytes.byte(at: offset + 1)
        offset += 2
        switch character {
        case UInt8(ascii: "b"): units.append(0x08)
        case UInt8(ascii: "f"): units.append(0x0C)
        case UInt8(ascii: "n"): units.append(0x0A)
        case UInt8(ascii: "r"): units.append(0x0D)
        case UInt8(ascii: "t"): units.append(0x09)
        case let character?: units.append(character)
        case nil: break
        }
    }
}
