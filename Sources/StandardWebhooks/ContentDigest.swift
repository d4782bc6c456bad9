import COpenSSL

/// The SHA-256 digest of some bytes, 32 bytes long; nil when OpenSSL has no memory.
package func contentDigest(of bytes: RawSpan) -> [UInt8]? {
    var digest = [UInt8](repeating: 0, count: 32)
    let isDone = digest.withUnsafeMutableBufferPointer { output in
        bytes.withUnsafeBytes { input in
            EVP_Q_digest(nil, "SHA256", nil, input.baseAddress, input.count, output.baseAddress, nil) == 1
        }
    }
    return isDone ? digest : nil
}
