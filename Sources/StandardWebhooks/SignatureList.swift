/// The signatures in a `webhook-signature` header, decoded once for all keys.
///
/// The header is a list of `version,base64`, separated by spaces. Entries of unknown versions, and entries that are not
/// canonical base64 of the right length, are skipped. The list only refers to memory of ``withEntries(of:_:)``.
struct SignatureList {
    /// The number of entries of any version that are read; a longer list only costs its sender.
    static let entryLimit = 16

    /// The number of `v1a` entries that are verified: each costs a hundred times as much as comparing a `v1` entry.
    static let asymmetricLimit = 4

    /// The codes of the `v1` entries (HMAC-SHA256), one behind the other.
    let codes: UnsafeRawBufferPointer

    /// The signatures of the `v1a` entries (Ed25519), one behind the other.
    let signatures: UnsafeRawBufferPointer

    /// Decodes the header and hands the list to `body`, which must not keep it.
    static func withEntries<Result>(of header: RawSpan, _ body: (SignatureList) -> Result) -> Result {
        let codeRoom = entryLimit * HMACState.digestByteCount
        let signatureRoom = asymmetricLimit * Ed25519State.signatureByteCount
        return withUnsafeTemporaryAllocation(byteCount: codeRoom + signatureRoom, alignment: 1) { memory in
            var codes = EntryBuffer(memory[..<codeRoom], byteCount: HMACState.digestByteCount)
            var signatures = EntryBuffer(memory[codeRoom...], byteCount: Ed25519State.signatureByteCount)
            forEachEntry(in: header) { entry in
                if let text = valueRange(of: "v1a", in: header, entry: entry) {
                    signatures.append(header.extracting(text))
                } else if let text = valueRange(of: "v1", in: header, entry: entry) {
                    codes.append(header.extracting(text))
                }
            }
            return body(SignatureList(codes: codes.filled, signatures: signatures.filled))
        }
    }

    /// Whether `predicate` holds for one of the `entries`, each of `byteCount` bytes; asks it about every one.
    static func contains(
        in entries: UnsafeRawBufferPointer,
        byteCount: Int,
        where predicate: (UnsafeRawBufferPointer) -> Bool
    ) -> Bool {
        var fits = false
        for start in stride(from: 0, to: entries.count, by: byteCount) {
            let entry = UnsafeRawBufferPointer(rebasing: entries[start..<start + byteCount])
            if predicate(entry) { fits = true }
        }
        return fits
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

/// Room for entries of one length; the entries that find no more room are left out.
private struct EntryBuffer {
    private let memory: UnsafeMutableRawBufferPointer
    private let byteCount: Int
    private var end = 0

    init(_ memory: Slice<UnsafeMutableRawBufferPointer>, byteCount: Int) {
        self.memory = UnsafeMutableRawBufferPointer(rebasing: memory)
        self.byteCount = byteCount
    }

    var filled: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: memory[..<end]) }

    /// Takes an entry that decodes to exactly the right number of bytes.
    mutating func append(_ text: RawSpan) {
        guard memory.count - end >= byteCount else { return }
        let room = UnsafeMutableRawBufferPointer(rebasing: memory[end..<end + byteCount])
        if Base64.decode(text, spelling: .canonical, into: room) == byteCount { end += byteCount }
    }
}
