/// A JSON document with line breaks and nothing else changed: numbers and escapes stay as they were sent.
///
/// It is written in one pass, and no further than a limit.
struct IndentedJSON {
    /// Where a byte stands relative to a string.
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

    /// Deeper values are indented no further.
    private static let deepest = 20

    private(set) var bytes: [UInt8] = []

    /// Whether the limit has cut something off.
    private(set) var isCut = false
    private var depth = 0

    /// Whether the last token has opened an object or array, whose first member or end decides about a line break.
    private var isOpening = false

    /// - Parameters:
    ///   - document: JSON that has been checked.
    ///   - limit: the most bytes to write, give or take a line's indentation.
    init(_ document: [UInt8], limit: Int) {
        var string = StringState.outside
        for byte in document {
            guard bytes.count < limit else {
                isCut = true
                return
            }
            let isOutside = string == .outside
            string = string.next(byte)
            if isOutside { appendToken(byte) } else { bytes.append(byte) }
        }
    }

    private mutating func appendToken(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"): return
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
            depth -= 1
            if !isOpening { breakLine() }
            isOpening = false
            bytes.append(byte)
            return
        default: break
        }
        if isOpening { breakLine() }
        isOpening = byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[")
        bytes.append(byte)
        switch byte {
        case _ where isOpening: depth += 1
        case UInt8(ascii: ","): breakLine()
        case UInt8(ascii: ":"): bytes.append(UInt8(ascii: " "))
        default: break
        }
    }

    private mutating func breakLine() {
        bytes.append(UInt8(ascii: "\n"))
        bytes += repeatElement(UInt8(ascii: " "), count: 2 * min(max(0, depth), Self.deepest))
    }
}
