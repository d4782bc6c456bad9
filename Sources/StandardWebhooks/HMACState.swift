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

    // Written in init only; OpenSSL reads the source of a copy, so threads may copy from them side by side.
    nonisolated(unsafe) private let inner: OpaquePointer
    nonisolated(unsafe) private let outer: OpaquePointer

    init(key: SigningKey) throws(KeyError) {
        let block = Self.block(of: key.bytes)
        guard let block, let inner = Self.digest(of: block.map { $0 ^ 0x36 }) else { throw .unavailable }
        guard let outer = Self.digest(of: block.map { $0 ^ 0x5c }) else {
            EVP_MD_CTX_free(inner)
            throw .unavailable
        }
        self.inner = inner
        self.outer = outer
    }

    deinit {
        EVP_MD_CTX_free(inner)
        EVP_MD_CTX_free(outer)
    }

    /// Writes the code of `id.timestamp.body` to `output`, without joining the three; false when OpenSSL fails.
    func authenticate(
        id: RawSpan,
        timestamp: RawSpan,
        body: RawSpan,
        into output: UnsafeMutablePointer<UInt8>
    ) -> Bool {
        guard let context = DigestContext() else { return false }
        let dot: [1 of UInt8] = [UInt8(ascii: ".")]
        let isDigested =
            EVP_MD_CTX_copy_ex(context.pointer, inner) == 1
            && context.update(id) && context.update(dot.span.bytes)
            && context.update(timestamp) && context.update(dot.span.bytes)
            && context.update(body)
            && EVP_DigestFinal_ex(context.pointer, output, nil) == 1
        return isDigested
            && EVP_MD_CTX_copy_ex(context.pointer, outer) == 1
            && EVP_DigestUpdate(context.pointer, output, Self.digestByteCount) == 1
            && EVP_DigestFinal_ex(context.pointer, output, nil) == 1
    }

    /// The key filled up to the block size; a longer key is replaced by its digest.
    private static func block(of key: [UInt8]) -> [UInt8]? {
        var block = key
        if key.count > blockByteCount {
            block = [UInt8](repeating: 0, count: digestByteCount)
            guard EVP_Digest(key, key.count, &block, nil, sha256, nil) == 1 else { return nil }
        }
        return block + [UInt8](repeating: 0, count: blockByteCount - block.count)
    }

    private static func digest(of block: [UInt8]) -> OpaquePointer? {
        guard let sha256, let context = EVP_MD_CTX_new() else { return nil }
        guard EVP_DigestInit_ex2(context, sha256, nil) == 1, EVP_DigestUpdate(context, block, block.count) == 1 else {
            EVP_MD_CTX_free(context)
            return nil
        }
        return context
    }
}
