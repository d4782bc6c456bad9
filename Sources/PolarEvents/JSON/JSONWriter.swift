/// Writes a document as Polar does: compact, UTF-8, with no more escapes than JSON asks for.
struct JSONWriter {
    /// What is written so far.
    private(set) var bytes: [UInt8] = []

    // MARK: Values

    /// Writes text that is JSON already.
    mutating func writeRaw(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    /// Writes `null`.
    mutating func null() {
        writeRaw("null")
    }

    /// Writes a string.
    mutating func write(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""): writeRaw(#"\""#)
            case UInt8(ascii: "\\"): writeRaw(#"\\"#)
            case UInt8(ascii: "\n"): writeRaw(#"\n"#)
            case UInt8(ascii: "\r"): writeRaw(#"\r"#)
            case UInt8(ascii: "\t"): writeRaw(#"\t"#)
            case ..<0x20: writeRaw((byte < 0x10 ? "\\u000" : "\\u00") + String(byte, radix: 16))
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    // MARK: Arrays and objects

    /// Opens an array.
    mutating func beginArray() {
        bytes.append(UInt8(ascii: "["))
    }

    /// Writes an element of an array.
    mutating func element(_ value: some JSONEncodable) {
        comma(after: UInt8(ascii: "["))
        value.encode(to: &self)
    }

    /// Closes an array.
    mutating func endArray() {
        bytes.append(UInt8(ascii: "]"))
    }

    /// Opens an object.
    mutating func beginObject() {
        bytes.append(UInt8(ascii: "{"))
    }

    /// Closes an object.
    mutating func endObject() {
        bytes.append(UInt8(ascii: "}"))
    }

    /// Writes a member, null where there is no value.
    mutating func member(_ name: String, _ value: some JSONEncodable) {
        self.name(name)
        value.encode(to: &self)
    }

    /// Writes a member, or nothing where there is no value.
    mutating func memberIfPresent(_ name: String, _ value: (some JSONEncodable)?) {
        if let value { member(name, value) }
    }

    /// Writes the name of a member, whose value must follow.
    mutating func name(_ name: String) {
        comma(after: UInt8(ascii: "{"))
        write(name)
        bytes.append(UInt8(ascii: ":"))
    }

    /// Writes a comma unless the bracket was opened just now; no value ends with an opening bracket.
    private mutating func comma(after bracket: UInt8) {
        if bytes.last != bracket { bytes.append(UInt8(ascii: ",")) }
    }
}
