/// Walks the entries of a `webhook-signature` header: `version,base64`, separated by spaces.
enum SignatureList {
    /// How many entries are looked at; a longer list only costs its sender.
    static let entryLimit = 16

    /// Whether any entry of `version` satisfies `predicate`, which gets the decoded signature of exactly `byteCount` bytes.
    ///
    /// Entries of other versions and entries that do not decode are skipped. Every entry is tried even after one fits.
    static func contains(
        in header: RawSpan,
        version: StaticString,
        byteCount: Int,
        where predicate: (UnsafeRawBufferPointer) -> Bool
    ) -> Bool {
        withUnsafeTemporaryAllocation(byteCount: byteCount, alignment: 1) { buffer in
            var fits = false
            var start = 0
            for _ in 0..<entryLimit where start < header.byteCount {
                let end = firstIndex(of: UInt8(ascii: " "), in: header, from: start) ?? header.byteCount
                if let text = valueRange(of: version, in: header, from: start, to: end),
                    Base64.decode(header.extracting(text), into: buffer) == byteCount,
                    predicate(UnsafeRawBufferPointer(buffer))
                {
                    fits = true
                }
                start = end + 1
            }
            return fits
        }
    }

    /// The part after `version,` when the entry has that version.
    private static func valueRange(
        of version: StaticString,
        in header: RawSpan,
        from start: Int,
        to end: Int
    ) -> Range<Int>? {
        let comma = start + version.utf8CodeUnitCount
        guard comma < end, byte(header, comma) == UInt8(ascii: ",") else { return nil }
        for offset in 0..<version.utf8CodeUnitCount where byte(header, start + offset) != version.utf8Start[offset] {
            return nil
        }
        return comma + 1..<end
    }

    private static func firstIndex(of value: UInt8, in bytes: RawSpan, from start: Int) -> Int? {
        for offset in start..<bytes.byteCount where byte(bytes, offset) == value { return offset }
        return nil
    }

    private static func byte(_ bytes: RawSpan, _ offset: Int) -> UInt8 {
        bytes.unsafeLoad(fromByteOffset: offset, as: UInt8.self)
    }
}
