/// The character classes of RFC 9110 §5.6 and RFC 3986.
enum ASCII {
    static let carriageReturn = UInt8(ascii: "\r")
    static let lineFeed = UInt8(ascii: "\n")
    static let space = UInt8(ascii: " ")
    static let colon = UInt8(ascii: ":")
    static let comma = UInt8(ascii: ",")
    static let percent = UInt8(ascii: "%")

    /// What may stand in a method or a field name: `tchar` of RFC 9110 §5.6.2.
    private static let token = ASCIISet(first: 0x03FF_6CFA_0000_0000, second: 0x57FF_FFFF_C7FF_FFFE)

    /// What may stand in a registered name: `unreserved`, `sub-delims` and `%` of RFC 3986 §2.
    private static let host = ASCIISet(first: 0x2BFF_7FF2_0000_0000, second: 0x47FF_FFFE_87FF_FFFE)

    /// What may stand in a path or query: that and `:@/?` of RFC 3986 §3.3 and §3.4.
    private static let target = ASCIISet(first: 0xAFFF_FFF2_0000_0000, second: 0x47FF_FFFE_87FF_FFFF)

    /// Whether `value` may stand in a method or a field name.
    static func isToken(_ value: UInt8) -> Bool { token.contains(value) }

    /// Whether `value` may stand in a field value: visible, space, tab or obs-text.
    static func isFieldContent(_ value: UInt8) -> Bool { (value >= 32 && value != 127) || value == 9 }

    /// Whether `value` may stand in a path or query.
    static func isTarget(_ value: UInt8) -> Bool { target.contains(value) }

    /// Whether `value` may stand in a registered name.
    static func isHost(_ value: UInt8) -> Bool { host.contains(value) }

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
