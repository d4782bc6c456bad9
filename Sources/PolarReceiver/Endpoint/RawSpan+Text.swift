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

    /// The bytes as text: UTF-8, or Latin-1 where they are none, so that different bytes stay different texts.
    func text() -> String {
        withUnsafeBytes { bytes in
            String(validating: bytes, as: UTF8.self)
                ?? String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
        }
    }
}
