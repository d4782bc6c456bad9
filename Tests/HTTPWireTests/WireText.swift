/// Decodes the escapes of the vector files: `\r`, `\n`, `\t`, `\\`, `\xNN` and `{count*text}`.
struct WireText {
    struct Malformed: Error {
        let text: String
    }

    private var input: ArraySlice<UInt8>

    static func bytes(of text: some StringProtocol) throws -> [UInt8] {
        var reader = WireText(input: Array(text.utf8)[...])
        guard let bytes = reader.sequence(), reader.input.isEmpty else { throw Malformed(text: String(text)) }
        return bytes
    }

    /// Bytes as text that a failing test can show, one character each.
    static func text(of bytes: some Sequence<UInt8>) -> String {
        var scalars = String.UnicodeScalarView()
        for byte in bytes { scalars.append(Unicode.Scalar(byte)) }
        return String(scalars)
    }

    private mutating func sequence() -> [UInt8]? {
        var bytes: [UInt8] = []
        while let byte = input.first, byte != UInt8(ascii: "}") {
            input.removeFirst()
            guard let part = part(startingWith: byte) else { return nil }
            bytes += part
        }
        return bytes
    }

    private mutating func part(startingWith byte: UInt8) -> [UInt8]? {
        switch byte {
        case UInt8(ascii: "\\"): escape().map { [$0] }
        case UInt8(ascii: "{"): repetition()
        default: [byte]
        }
    }

    private mutating func escape() -> UInt8? {
        switch input.popFirst() {
        case UInt8(ascii: "r"): 13
        case UInt8(ascii: "n"): 10
        case UInt8(ascii: "t"): 9
        case UInt8(ascii: "\\"): UInt8(ascii: "\\")
        case UInt8(ascii: "x"): hexadecimal()
        default: nil
        }
    }

    private mutating func hexadecimal() -> UInt8? {
        let digits = input.prefix(2)
        input = input.dropFirst(2)
        return digits.count == 2 ? UInt8(String(decoding: digits, as: UTF8.self), radix: 16) : nil
    }

    private mutating func repetition() -> [UInt8]? {
        let digits = input.prefix { $0 != UInt8(ascii: "*") }
        input = input.dropFirst(digits.count + 1)
        guard let count = Int(String(decoding: digits, as: UTF8.self)), let bytes = sequence(),
            input.popFirst() == UInt8(ascii: "}")
        else { return nil }
        return Array(repeatElement(bytes, count: count).joined())
    }
}
