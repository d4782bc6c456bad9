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

    /// The id that a refused request claims, in 64 visible ASCII characters at most: anything may be in there.
    func claimedID() -> String {
        let isCut = byteCount > 64
        let shown = extracting(..<(isCut ? 63 : byteCount)).withUnsafeBytes { bytes in
            bytes.map { (0x21...0x7E).contains($0) ? $0 : UInt8(ascii: "?") }
        }
        return String(decoding: shown, as: UTF8.self) + (isCut ? "…" : "")
    }
}
