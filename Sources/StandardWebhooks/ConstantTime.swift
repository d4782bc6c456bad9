import COpenSSL

/// Comparisons that take the same time wherever two texts differ.
package enum ConstantTime {
    /// Compares in a time that depends on the lengths alone.
    package static func areEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        left.count == right.count && CRYPTO_memcmp(left, right, left.count) == 0
    }
}
