/// What a signature covers: `id.timestamp.body`.
enum SignedContent {
    /// Digests the content without joining its parts; false when OpenSSL fails.
    static func digest(
        id: RawSpan,
        timestamp: RawSpan,
        body: RawSpan,
        with context: borrowing DigestContext
    ) -> Bool {
        let dot: [1 of UInt8] = [UInt8(ascii: ".")]
        return context.update(id) && context.update(dot.span.bytes)
            && context.update(timestamp) && context.update(dot.span.bytes)
            && context.update(body)
    }

    /// The content in one piece, which Ed25519 needs because it digests it twice.
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
