/// A JSON document with line breaks and nothing else changed: numbers and escapes stay as they were sent.
struct IndentedJSON {
    /// Where a byte stands to a string.
    private enum StringState {
        case outside, inside, escaped

        /// Behind a byte.
        func next(_ byte: UInt8) -> StringState {
            switch (self, byte) {
            case (.outside, UInt8(ascii: "\"")): .inside
            case (.outside, _), (.inside, UInt8(ascii: "\"")): .outside
            case (.inside, UInt8(ascii: "\\")): .escaped
            case (.inside, _), (.escaped, _): .inside
            }
        }
    }

    private(set) var bytes: [UInt8] = []
    private var depth = 0

    /// - Parameter document: JSON that has been checked.
    init(_ document: [UInt8]) {
        bytes.reserveCapacity(document.count * 2)
        var string = StringState.outside
        for (index, byte) in document.enumerated() {
            let isOutside = string == .outside
            string = string.next(byte)
            if isOutside {
                appendToken(byte, before: document[(index + 1)...].first { !Self.blanks.contains($0) })
            } else {
                bytes.append(byte)
            }
        }
    }

    private mutating func appendToken(_ byte: UInt8, before next: UInt8?) {
        switch byte {
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            bytes.append(byte)
            depth += 1
            if next != UInt8(ascii: "}"), next != UInt8(ascii: "]") { breakLine() }
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
            depth -= 1
            if let last = bytes.last, last != UInt8(ascii: "{"), last != UInt8(ascii: "[") { breakLine() }
            bytes.append(byte)
        case UInt8(ascii: ","):
            bytes.append(byte)
            breakLine()
        case UInt8(ascii: ":"): bytes += [byte, UInt8(ascii: " ")]
        case _ where Self.blanks.contains(byte): break
        default: bytes.append(byte)
        }
    }

    private mutating func breakLine() {
        bytes.append(UInt8(ascii: "\n"))
        bytes += repeatElement(UInt8(ascii: " "), count: 2 * min(max(0, depth), 100))
    }

    private static let blanks = Array(" \t\r\n".utf8)
}
