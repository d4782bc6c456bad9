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

    /// The bytes as text: UTF-8, or else ASCII with stand-ins for all other bytes.
    ///
    /// So different bytes stay different texts; as Latin-1, a lone E9 would be the text that C3 A9 is in UTF-8.
    func text() -> String {
        withUnsafeBytes { bytes in
            String(validating: bytes, as: UTF8.self)
                ?? String(String.UnicodeScalarView(bytes.map(Self.scalar)))
        }
    }

    /// The ASCII character, or the private-use one from U+F780 to U+F7FF for a byte from 80 to FF.
    private static func scalar(for byte: UInt8) -> Unicode.Scalar {
        guard byte >= 0x80 else { return Unicode.Scalar(byte) }
        return Unicode.Scalar(0xF700 | UInt16(byte)) ?? "\u{FFFD}"
    }
}
