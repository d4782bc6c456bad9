/// JSON composed by interpolation: other JSON goes in as it stands, a Swift value as the JSON value it means.
///
/// Written for readers, with any white space; ``compactBytes`` is what Polar would send.
struct JSONText: Sendable, ExpressibleByStringInterpolation {
    let text: String

    init(stringLiteral text: String) {
        self.text = text
    }

    init(stringInterpolation: StringInterpolation) {
        text = stringInterpolation.text
    }

    /// The UTF-8 text without white space outside of strings.
    var compactBytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        var isInString = false
        var isEscaped = false
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\""), !isEscaped {
                isInString.toggle()
            }
            isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
            if isInString || byte > UInt8(ascii: " ") {
                bytes.append(byte)
            }
        }
        return bytes
    }
}

extension JSONText {
    struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var text = ""

        init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + 40 * interpolationCount)
        }

        mutating func appendLiteral(_ literal: String) {
            text += literal
        }

        mutating func appendInterpolation(_ json: JSONText?) {
            text += json?.text ?? "null"
        }

        mutating func appendInterpolation(_ elements: [JSONText]) {
            text += "[\(elements.map(\.text).joined(separator: ","))]"
        }

        /// Appends a quoted string, which must have nothing to escape.
        mutating func appendInterpolation(_ string: String?) {
            text += string.map { "\"\($0)\"" } ?? "null"
        }

        mutating func appendInterpolation(_ number: Int?) {
            text += number.map(\.description) ?? "null"
        }

        mutating func appendInterpolation(_ flag: Bool) {
            text += flag.description
        }
    }
}
