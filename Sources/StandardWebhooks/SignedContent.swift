/// What a signature covers: `id.timestamp.body`. Ed25519 needs it in one piece.
enum SignedContent {
    static func join(id: RawSpan, timestamp: RawSpan, body: RawSpan) -> [UInt8] {
        var content: [UInt8] = []
        content.reserveCapacity(id.byteCount + timestamp.byteCount + body.byteCount + 2)
        id.withUnsafeBytes { content.append(contentsOf: $0) }
        content.append(UInt8(ascii: "."))
        timestamp.withUnsafeBytes { content.append(contentsOf: $0) }
        content.append(UInt8(ascii: "."))
        body.withUnsafeBytes { content.append(contentsOf: $0) }
        return content
    }
}
