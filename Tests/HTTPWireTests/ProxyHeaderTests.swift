import HTTPWire
import Testing

/// Parts of binary headers.
private enum Part {
    static let signature = Array("\r\n\r\n\0\r\nQUIT\n".utf8)
    static let four: [UInt8] = [192, 0, 2, 1, 198, 51, 100, 2, 0xDC, 0x04, 0x01, 0xBB]
    static let six: [UInt8] =
        [0x20, 1, 0xD, 0xB8] + [UInt8](repeating: 0, count: 11) + [7] + [UInt8](repeating: 0, count: 20)
}

/// Headers of the PROXY protocol, in both versions.
struct ProxyHeaderTests {
    // MARK: Version 1

    @Test(
        arguments: [
            ("PROXY TCP4 192.0.2.1 198.51.100.2 56324 443\r\n", "192.0.2.1"),
            ("PROXY TCP4 255.255.255.255 255.255.255.255 65535 0\r\n", "255.255.255.255"),
            ("PROXY TCP6 2001:db8::7 2001:db8::1 56324 443\r\n", "2001:db8::7"),
            ("PROXY TCP6 ::ffff:192.0.2.1 ::1 1 2\r\n", "192.0.2.1"),
            ("PROXY UNKNOWN\r\n", nil), ("PROXY UNKNOWN what ever\tfollows\r\n", nil),
        ] as [(String, String?)]
    )
    func `reads a line`(line: String, client: String?) throws {
        let header = try #require(try read(Array(line.utf8) + Array("GET / HTTP/1.1\r\n".utf8)))
        #expect(header.client?.description == client)
        #expect(header.length == line.utf8.count)
    }

    @Test(arguments: [
        "PROXY \r\n", "PROXY  TCP4 192.0.2.1 198.51.100.2 1 2\r\n", "PROXY TCP4 192.0.2.1 198.51.100.2 1\r\n",
        "PROXY TCP4 192.0.2.1 198.51.100.2 1 2 3\r\n", "PROXY TCP4 192.0.2.1 198.51.100.2 1 2\n",
        "PROXY TCP4 192.0.2.1 198.51.100.2 01 2\r\n", "PROXY TCP4 192.0.2.1 198.51.100.2 +1 2\r\n",
        "PROXY TCP4 192.0.2.1 198.51.100.2 65536 2\r\n", "PROXY TCP4 192.0.2.1 198.51.100.2 1 -2\r\n",
        "PROXY TCP4 192.0.2.01 198.51.100.2 1 2\r\n", "PROXY TCP4 192.0.2.1\0 198.51.100.2 1 2\r\n",
        "PROXY TCP4 192.0.2.1 example.com 1 2\r\n", "PROXY TCP4 2001:db8::7 2001:db8::1 1 2\r\n",
        "PROXY TCP6 192.0.2.1 198.51.100.2 1 2\r\n", "PROXY UDP4 192.0.2.1 198.51.100.2 1 2\r\n",
        "PROXY unknown\r\n", "PROXY UNKNOWN" + String(repeating: " ", count: 93) + "\r\n",
        "PROXY TCP4 " + String(repeating: "1", count: 100),
    ])
    func `refuses a line that breaks a rule`(line: String) {
        #expect(throws: ProxyHeaderError.malformed) { try read(Array(line.utf8)) }
    }

    @Test func `takes a line of the greatest length`() throws {
        let line = "PROXY UNKNOWN " + String(repeating: "f", count: 91) + "\r\n"
        #expect(try read(Array(line.utf8))?.length == 107)
    }

    // MARK: Version 2

    @Test(
        arguments: [
            (0x21, 0x11, Part.four, "192.0.2.1"), (0x21, 0x11, Part.four + [4, 0, 1, 0], "192.0.2.1"),
            (0x21, 0x21, Part.six, "2001:db8::7"), (0x21, 0x00, [], nil), (0x21, 0x00, Part.four, nil),
            (0x20, 0x00, [], nil),
            (0x20, 0x11, Part.four, nil), (0x20, 0xFF, [1], nil), (0x21, 0x31, [UInt8](repeating: 1, count: 216), nil),
            (0x21, 0x11, Part.four + [UInt8](repeating: 0, count: 4_068), "192.0.2.1"),
        ] as [(UInt8, UInt8, [UInt8], String?)]
    )
    func `reads a binary header`(command: UInt8, family: UInt8, rest: [UInt8], client: String?) throws {
        let bytes = binary(command, family, rest)
        let header = try #require(try read(bytes + Array("GET".utf8)))
        #expect(header.client?.description == client)
        #expect(header.length == bytes.count)
    }

    @Test(
        arguments: [
            (0x11, 0x11, Part.four), (0x22, 0x11, Part.four), (0x31, 0x11, Part.four), (0x21, 0x12, Part.four),
            (0x21, 0x22, Part.six),
            (0x21, 0x41, Part.four), (0x21, 0x11, Part.four.dropLast()), (0x21, 0x21, Part.six.dropLast()),
            (0x21, 0x11, []),
            (0x21, 0x31, [UInt8](repeating: 1, count: 215)), (0x21, 0x11, [UInt8](repeating: 0, count: 4_081)),
        ] as [(UInt8, UInt8, [UInt8])]
    )
    func `refuses a binary header that breaks a rule`(command: UInt8, family: UInt8, rest: [UInt8]) {
        #expect(throws: ProxyHeaderError.malformed) { try read(binary(command, family, rest)) }
    }

    @Test func `refuses a length above the limit before the bytes are there`() {
        #expect(throws: ProxyHeaderError.malformed) { try read(Part.signature + [0x21, 0x11, 0xFF, 0xFF]) }
    }

    // MARK: Both

    @Test(
        arguments: [
            Array("PROXY TCP4 192.0.2.1 198.51.100.2 56324 443\r\n".utf8),
            Part.signature + [0x21, 0x11, 0, 12] + Part.four,
        ] as [[UInt8]]
    )
    func `waits for all of a header`(bytes: [UInt8]) throws {
        for count in bytes.indices { #expect(try read(Array(bytes[..<count])) == nil) }
    }

    @Test(arguments: [
        "GET / HTTP/1.1\r\n", "POST", "PROXX", "PROXY\t", "proxy ", "\u{16}\u{3}\u{1}", "\r\n\r\nG", "\n",
    ])
    func `says at the first other byte that there is none`(beginning: String) {
        #expect(throws: ProxyHeaderError.missing) { try read(Array(beginning.utf8)) }
    }

    private func binary(_ command: UInt8, _ family: UInt8, _ rest: [UInt8]) -> [UInt8] {
        Part.signature + [command, family, UInt8(rest.count >> 8), UInt8(rest.count & 0xFF)] + rest
    }

    private func read(_ bytes: [UInt8]) throws(ProxyHeaderError) -> ProxyHeader? {
        try ProxyHeader.read(bytes.span.bytes)
    }
}
