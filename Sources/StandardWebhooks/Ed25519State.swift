import COpenSSL

/// An Ed25519 key as OpenSSL holds it; OpenSSL wipes it when it is freed.
final class Ed25519State: Sendable {
    /// The size of a signature in bytes.
    static let signatureByteCount = 64

    // Written in init only; OpenSSL counts and locks keys itself.
    nonisolated(unsafe) private let key: OpaquePointer

    init(publicKey: Ed25519PublicKey) throws(KeyError) {
        let bytes = publicKey.bytes
        guard let key = EVP_PKEY_new_raw_public_key_ex(nil, "ED25519", nil, bytes, bytes.count) else {
            throw .unavailable
        }
        self.key = key
    }

    init(privateKey: Ed25519PrivateKey) throws(KeyError) {
        let bytes = privateKey.bytes
        guard let key = EVP_PKEY_new_raw_private_key_ex(nil, "ED25519", nil, bytes, bytes.count) else {
            throw .unavailable
        }
        self.key = key
    }

    deinit {
        EVP_PKEY_free(key)
    }

    /// The public half; nil when OpenSSL fails.
    func publicKeyBytes() -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: Ed25519PublicKey.byteCount)
        var count = bytes.count
        return EVP_PKEY_get_raw_public_key(key, &bytes, &count) == 1 ? bytes : nil
    }

    /// Whether any of the `signatures` is one of `message` by this key.
    func fits(_ signatures: UnsafeRawBufferPointer, of message: [UInt8]) -> Bool {
        SignatureList.contains(in: signatures, byteCount: Self.signatureByteCount) { verifies($0, of: message) }
    }

    /// Whether `signature` is one of `message` by this key.
    func verifies(_ signature: UnsafeRawBufferPointer, of message: [UInt8]) -> Bool {
        guard let context = DigestContext() else { return false }
        let bytes = signature.assumingMemoryBound(to: UInt8.self)
        return EVP_DigestVerifyInit(context.pointer, nil, nil, nil, key) == 1
            && EVP_DigestVerify(context.pointer, bytes.baseAddress, bytes.count, message, message.count) == 1
    }

    /// A signature of `message`; nil when OpenSSL fails.
    func signature(of message: [UInt8]) -> [UInt8]? {
        guard let context = DigestContext() else { return nil }
        var signature = [UInt8](repeating: 0, count: Self.signatureByteCount)
        var count = signature.count
        let isSigned =
            EVP_DigestSignInit(context.pointer, nil, nil, nil, key) == 1
            && EVP_DigestSign(context.pointer, &signature, &count, message, message.count) == 1
        return isSigned ? signature : nil
    }
}
