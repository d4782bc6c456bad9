extension ProxyHeader {
    /// What every header of version 2 begins with (PROXY protocol §2.2).
    static var binarySignature: StaticString { "\r\n\r\n\0\r\nQUIT\n" }

    /// The bytes before the addresses: signature, version and command, family, and the length of what follows.
    private static var fixedLength: Int { 16 }

    /// The most bytes of a header; its length field would allow for 65,551.
    private static var binaryLimit: Int { 4_096 }

    /// Reads a header of version 2; nil when it is not complete.
    static func readBinary(_ bytes: RawSpan) throws(ProxyHeaderError) -> ProxyHeader? {
        guard bytes.byteCount >= fixedLength else { return nil }
        let length = fixedLength + Int(bytes.byte(at: 14)) << 8 + Int(bytes.byte(at: 15))
        guard length <= binaryLimit else { throw .malformed }
        guard bytes.byteCount >= length else { return nil }
        let addresses = bytes.extracting(fixedLength..<length)
        let client = try client(command: bytes.byte(at: 12), family: bytes.byte(at: 13), addresses)
        return ProxyHeader(client: client, length: length)
    }

    /// Whom the addresses name; what follows them are extensions, which are skipped.
    private static func client(
        command: UInt8,
        family: UInt8,
        _ addresses: RawSpan
    ) throws(ProxyHeaderError) -> ClientAddress? {
        switch (command, family, addresses.byteCount) {
        // LOCAL: the connection is the proxy's own, whatever else there is.
        case (0x20, _, _): nil
        // No family, and a stream of a socket in the file system.
        case (0x21, 0x00, _), (0x21, 0x31, 216...): nil
        case (0x21, 0x11, 12...): ClientAddress(ipv4: word(addresses, at: 0, bytes: 4))
        case (0x21, 0x21, 36...):
            ClientAddress(high: word(addresses, at: 0, bytes: 8), low: word(addresses, at: 8, bytes: 8))
        default: throw .malformed
        }
    }

    /// A number in network order.
    private static func word(_ bytes: RawSpan, at offset: Int, bytes count: Int) -> UInt64 {
        (offset..<offset + count).reduce(0) { $0 << 8 | UInt64(bytes.byte(at: $1)) }
    }
}
