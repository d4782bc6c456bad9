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
            forEachEntry(in: header) { entry in
                if let text = valueRange(of: version, in: header, entry: entry),
                    Base64.decode(header.extracting(text), into: buffer) == byteCount,
                    predicate(UnsafeRawBufferPointer(buffer))
                {
                    fits = true
                }
            }
            return fits
        }
    }

    private static func forEachEntry(in header: RawSpan, perform: (Range<Int>) -> Void) {
        var count = 0
        var start = 0
        while count < entryLimit, start < header.byteCount {
            let end = header.firstOffset(of: UInt8(ascii: " "), from: start) ?? header.byteCount
            if start < end {
                perform(start..<end)
                count += 1
            }
            start = end + 1
        }
    }

    /// The part after `version,` when the entry has that version.
    private static func valueRange(of version: StaticString, in header: RawSpan, entry: Range<Int>) -> Range<Int>? {
        let comma = entry.lowerBound + version.utf8CodeUnitCount
        guard comma < entry.upperBound, header.hasPrefix(version, from: entry.lowerBound),
            header.byte(at: comma) == UInt8(ascii: ",")
        else { return nil }
        return comma + 1..<entry.upperBound
    }
}
