/// What a proxy says of a connection before the connection's own bytes (PROXY protocol, versions 1 and 2).
package struct ProxyHeader: Hashable, Sendable {
    /// Whose connection it is; nil when the proxy does not know, or made the connection for itself.
    package let client: ClientAddress?

    /// How many bytes it takes.
    package let length: Int

    /// Reads a header from the first bytes of a connection; nil when it needs more of them.
    package static func read(_ bytes: RawSpan) throws(ProxyHeaderError) -> ProxyHeader? {
        if starts(bytes, with: binarySignature) { return try readBinary(bytes) }
        if starts(bytes, with: textSignature) { return try readText(bytes) }
        guard isBeginning(bytes, of: binarySignature) || isBeginning(bytes, of: textSignature) else { throw .missing }
        return nil
    }

    private static func starts(_ bytes: RawSpan, with signature: StaticString) -> Bool {
        bytes.byteCount >= signature.utf8CodeUnitCount && isBeginning(bytes, of: signature)
    }

    /// Whether the bytes and the signature are the same up to where the shorter ends.
    private static func isBeginning(_ bytes: RawSpan, of signature: StaticString) -> Bool {
        (0..<min(bytes.byteCount, signature.utf8CodeUnitCount)).allSatisfy {
            bytes.byte(at: $0) == signature.utf8Start[$0]
        }
    }
}
