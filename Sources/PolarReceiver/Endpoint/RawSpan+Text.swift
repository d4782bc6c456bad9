extension RawSpan {
    /// The bytes in an array of their own.
    func copied() -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: byteCount) { buffer, count in
            withUnsafeBytes { bytes in
                UnsafeMutableRawBufferPointer(buffer).copyMemory(from: bytes)
            }
            count = byteCount
        }
    }

    /// The bytes as text; what is not UTF-8 becomes U+FFFD.
    func text() -> String {
        withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
    }

    /// The id that a refused request claims: its first 64 characters, with `_` for each that no id of Polar has.
    ///
    /// A stranger can send such a request, and its id is kept and shown.
    func claimedID() -> String {
        let shown = extracting(..<Swift.min(byteCount, 64)).withUnsafeBytes { bytes in bytes.map(Self.harmless) }
        return String(decoding: shown, as: UTF8.self)
    }

    private static func harmless(_ byte: UInt8) -> UInt8 {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
            byte
        default: UInt8(ascii: "_")
        }
    }
}
