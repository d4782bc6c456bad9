import COpenSSL

/// An OpenSSL digest state, freed and wiped with the value; every call says whether it worked.
struct DigestContext: ~Copyable {
    let pointer: OpaquePointer

    init?() {
        guard let pointer = EVP_MD_CTX_new() else { return nil }
        self.pointer = pointer
    }

    deinit {
        EVP_MD_CTX_free(pointer)
    }

    func start(_ digest: OpaquePointer) -> Bool {
        EVP_DigestInit_ex2(pointer, digest, nil) == 1
    }

    /// Continues from where `other` is, which stays as it is.
    func start(from other: borrowing DigestContext) -> Bool {
        EVP_MD_CTX_copy_ex(pointer, other.pointer) == 1
    }

    func update(_ bytes: RawSpan) -> Bool {
        bytes.withUnsafeBytes { update($0) }
    }

    func update(_ bytes: UnsafeRawBufferPointer) -> Bool {
        EVP_DigestUpdate(pointer, bytes.baseAddress, bytes.count) == 1
    }

    /// Writes the digest to `output`, which must have room for it.
    func finish(into output: UnsafeMutableRawBufferPointer) -> Bool {
        EVP_DigestFinal_ex(pointer, output.assumingMemoryBound(to: UInt8.self).baseAddress, nil) == 1
    }
}
