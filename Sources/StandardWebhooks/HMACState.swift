import COpenSSL

/// HMAC-SHA256 (RFC 2104) with the key's two pads already digested; a message starts from copies of them.
///
/// Digesting the pads once per key instead of once per message saves half the compressions of a short message.
final class HMACState: Sendable {
    /// The size of a SHA-256 digest in bytes.
    static let digestByteCount = 32

    private static let blockByteCount = 64

    // Fetched once: a look-up by name per message costs more than hashing a short body. OpenSSL's method objects are
    // immutable and counted atomically, so sharing the pointer between threads is allowed.
    nonisolated(unsafe) private static let sha256 = EVP_MD_fetch(nil, "SHA256", nil)

    // Written in init only. Copying takes its source as `const`, and openssl-threads(7) allows such calls side by side.
    nonisolated(unsafe) private let inner: DigestContext
    nonisolated(unsafe) private let outer: DigestContext

    init(key: SigningKey) throws(KeyError) {
        guard let inner = DigestContext(), let outer = DigestContext(),
            Self.digestPads(of: key.bytes, inner, outer)
        else { throw .unavailable }
        self.inner = inner
        self.outer = outer
    }

    /// Whether any of the `codes` is the one of the message, which is computed once.
    func fits(
        _ codes: UnsafeRawBufferPointer,
        id: RawSpan,
        timestamp: RawSpan,
        body: RawSpan,
        using context: borrowing DigestContext
    ) -> Bool {
        withUnsafeTemporaryAllocation(byteCount: Self.digestByteCount, alignment: 1) { expected in
            let isDone = authenticate(using: context, into: expected) {
                SignedContent.digest(id: id, timestamp: timestamp, body: body, with: $0)
            }
            guard isDone else { return false }
            return SignatureList.contains(in: codes, byteCount: expected.count) { candidate in
                CRYPTO_memcmp(expected.baseAddress, candidate.baseAddress, expected.count) == 0
            }
        }
    }

    /// The code of the message; nil when OpenSSL fails.
    func code(id: RawSpan, timestamp: RawSpan, body: RawSpan) -> [UInt8]? {
        guard let context = DigestContext() else { return nil }
        var code = [UInt8](repeating: 0, count: Self.digestByteCount)
        let isDone = code.withUnsafeMutableBytes { output in
            authenticate(using: context, into: output) {
                SignedContent.digest(id: id, timestamp: timestamp, body: body, with: $0)
            }
        }
        return isDone ? code : nil
    }

    /// Writes the code of what `digestContent` digests to `output`, ``digestByteCount`` bytes; false when OpenSSL fails.
    func authenticate(
        using context: borrowing DigestContext,
        into output: UnsafeMutableRawBufferPointer,
        digestContent: (borrowing DigestContext) -> Bool
    ) -> Bool {
        context.start(from: inner) && digestContent(context) && context.finish(into: output)
            && context.start(from: outer) && context.update(UnsafeRawBufferPointer(output))
            && context.finish(into: output)
    }

    /// Starts `inner` and `outer` with the key's pads, and wipes the pads: each of them is as good as the key.
    private static func digestPads(
        of key: [UInt8],
        _ inner: borrowing DigestContext,
        _ outer: borrowing DigestContext
    ) -> Bool {
        guard let sha256 else { return false }
        return withUnsafeTemporaryAllocation(byteCount: blockByteCount, alignment: 1) { block in
            defer { OPENSSL_cleanse(block.baseAddress, block.count) }
            guard fill(block, with: key, sha256) else { return false }
            for index in block.indices { block[index] ^= 0x36 }
            guard inner.start(sha256), inner.update(UnsafeRawBufferPointer(block)) else { return false }
            for index in block.indices { block[index] ^= 0x36 ^ 0x5c }
            return outer.start(sha256) && outer.update(UnsafeRawBufferPointer(block))
        }
    }

    /// Writes the key and zeros to `block`; a key longer than that is replaced by its digest.
    private static func fill(
        _ block: UnsafeMutableRawBufferPointer,
        with key: [UInt8],
        _ sha256: OpaquePointer
    ) -> Bool {
        block.initializeMemory(as: UInt8.self, repeating: 0)
        guard key.count > block.count else {
            block.copyBytes(from: key)
            return true
        }
        guard let context = DigestContext(), context.start(sha256) else { return false }
        return context.update(key.span.bytes) && context.finish(into: block)
    }
}
