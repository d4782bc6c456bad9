import COpenSSL

/// An OpenSSL digest state, freed with the value.
struct DigestContext: ~Copyable {
    let pointer: OpaquePointer

    init?() {
        guard let pointer = EVP_MD_CTX_new() else { return nil }
        self.pointer = pointer
    }

    deinit {
        EVP_MD_CTX_free(pointer)
    }

    func update(_ bytes: RawSpan) -> Bool {
        bytes.withUnsafeBytes { EVP_DigestUpdate(pointer, $0.baseAddress, $0.count) == 1 }
    }

    func update(_ bytes: [UInt8]) -> Bool {
        EVP_DigestUpdate(pointer, bytes, bytes.count) == 1
    }
}
