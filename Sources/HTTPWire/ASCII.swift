/// The character classes of RFC 9110 §5.6 and RFC 3986, as one table look-up each.
enum ASCII {
    static let carriageReturn = UInt8(ascii: "\r")
    static let lineFeed = UInt8(ascii: "\n")
    static let space = UInt8(ascii: " ")
    static let colon = UInt8(ascii: ":")
    static let comma = UInt8(ascii: ",")
    static let percent = UInt8(ascii: "%")

    private static let tokenBit: UInt8 = 1
    private static let fieldBit: UInt8 = 2
    private static let targetBit: UInt8 = 4
    private static let hostBit: UInt8 = 8

    private static let classes: [256 of UInt8] = {
        var classes: [256 of UInt8] = .init(repeating: 0)
        for value in UInt8.min...UInt8.max {
            var bits: UInt8 = 0
            if isAlphanumeric(value) || "!#$%&'*+-.^_`|~".utf8.contains(value) { bits |= tokenBit }
            if value == 9 || (value >= 32 && value != 127) { bits |= fieldBit }
            let isURI = isAlphanumeric(value) || "-._~!$&'()*+,;=%".utf8.contains(value)
            if isURI || ":@/?".utf8.contains(value) { bits |= targetBit }
            if isURI { bits |= hostBit }
            classes[Int(value)] = bits
        }
        return classes
    }()

    /// Whether `value` may stand in a method or a field name.
    static func isToken(_ value: UInt8) -> Bool { classes[Int(value)] & tokenBit != 0 }

    /// Whether `value` may stand in a field value: visible, space, tab or obs-text.
    static func isFieldContent(_ value: UInt8) -> Bool { classes[Int(value)] & fieldBit != 0 }

    /// Whether `value` may stand in a path or query.
    static func isTarget(_ value: UInt8) -> Bool { classes[Int(value)] & targetBit != 0 }

    /// Whether `value` may stand in a registered name.
    static func isHost(_ value: UInt8) -> Bool { classes[Int(value)] & hostBit != 0 }

    static func isBlank(_ value: UInt8) -> Bool { value == space || value == 9 }

    static func isDigit(_ value: UInt8) -> Bool { value >= UInt8(ascii: "0") && value <= UInt8(ascii: "9") }

    static func isAlphanumeric(_ value: UInt8) -> Bool {
        let letter = lowercased(value)
        return isDigit(value) || (letter >= UInt8(ascii: "a") && letter <= UInt8(ascii: "z"))
    }

    static func lowercased(_ value: UInt8) -> UInt8 {
        value >= UInt8(ascii: "A") && value <= UInt8(ascii: "Z") ? value | 0x20 : value
    }

    /// The value of a hexadecimal digit.
    static func hexadecimal(_ value: UInt8) -> UInt8? {
        if isDigit(value) { return value - UInt8(ascii: "0") }
        let letter = lowercased(value)
        guard letter >= UInt8(ascii: "a"), letter <= UInt8(ascii: "f") else { return nil }
        return letter - UInt8(ascii: "a") + 10
    }
}
