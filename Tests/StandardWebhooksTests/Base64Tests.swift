import Testing

@testable import StandardWebhooks

struct Base64Tests {
    /// RFC 4648 §10.
    private static let vectors = [
        ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
        ("foobar", "Zm9vYmFy"),
    ]

    @Test(arguments: vectors) func `encodes with padding`(plain: String, encoded: String) {
        #expect(Base64.encode(Array(plain.utf8)) == encoded)
    }

    @Test(arguments: vectors) func `decodes what it encodes`(plain: String, encoded: String) {
        #expect(Base64.decode(encoded) == Array(plain.utf8))
    }

    @Test(arguments: vectors) func `decodes without padding`(plain: String, encoded: String) {
        #expect(Base64.decode(encoded.filter { $0 != "=" }) == Array(plain.utf8))
    }

    @Test func `decodes when half of the padding was lost`() {
        #expect(Base64.decode("Zg=") == Array("f".utf8))
    }

    @Test func `keeps all byte values`() {
        let bytes = (0...255).map(UInt8.init)
        #expect(Base64.decode(Base64.encode(bytes)) == bytes)
    }

    @Test func `ignores bits that are left over after the last byte`() {
        #expect(Base64.decode("Zh==") == Array("f".utf8))
    }

    @Test(arguments: vectors) func `reads what it encodes as canonical`(plain: String, encoded: String) {
        #expect(Base64.decode(encoded, spelling: .canonical) == Array(plain.utf8))
    }

    @Test(arguments: ["Zg", "Zg=", "Zh==", "Zm8", "Zm9=", "Zm9vYg", "Zm9vYh==", "Zm9vYmFyZm9vYmFyZh==", "Zm9v===="])
    func `refuses another spelling where it must be canonical`(text: String) {
        #expect(Base64.decode(text, spelling: .canonical) == nil)
    }

    /// Each way to write the last character, of which only one leaves no bits over.
    @Test(arguments: 1...2) func `knows one canonical spelling of each last byte`(byteCount: Int) {
        for byte in UInt8.min...UInt8.max {
            let bytes = [UInt8](repeating: 0xA5, count: byteCount - 1) + [byte]
            let encoded = Base64.encode(bytes)
            let start = encoded.prefix { $0 != "=" }.dropLast()
            let padding = encoded.drop { $0 != "=" }
            let spellings = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
                .map { "\(start)\($0)\(padding)" }
                .filter { Base64.decode($0) == bytes }
            #expect(spellings.count == (byteCount == 1 ? 16 : 4))
            #expect(spellings.filter { Base64.decode($0, spelling: .canonical) != nil } == [encoded])
        }
    }

    @Test(arguments: [
        "Z", "Zm9vY", "=", "==", "====", "Zg===", "Zm8==", "Zm9v=", "Zm9v====", "Zg==Zg==", "Z=g=", "=Zm9v",
        "Zm 9v", " Zm9v", "Zm9v\n", "Zm9v\0", "Zm-_", "Zm9v,", "Zm9é", "Ｚｍ９ｖ",
    ])
    func `refuses what is not base64`(text: String) {
        #expect(Base64.decode(text) == nil)
    }

    /// Words of eight characters and what is left of them must agree.
    @Test func `knows each byte at each place`() {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        for byte in UInt8.min...UInt8.max where byte != UInt8(ascii: "=") {
            for place in 0..<16 {
                var characters = Array("AAAAzzzz9999++//".utf8)
                characters[place] = byte
                let sextets = characters.compactMap(alphabet.firstIndex(of:))
                let expected = sextets.count == characters.count ? bytes(ofSextets: sextets) : nil
                #expect(decode(characters, capacity: 12) == expected)
                #expect(decode(characters, capacity: 14) == expected)
            }
        }
    }

    /// The bits of whole bytes, one after the other.
    private func bytes(ofSextets sextets: [Int]) -> [UInt8] {
        let bits = sextets.flatMap { sextet in (0..<6).map { sextet >> (5 - $0) & 1 } }
        return stride(from: 0, to: bits.count / 8 * 8, by: 8).map { start in
            bits[start..<start + 8].reduce(0) { $0 << 1 | UInt8($1) }
        }
    }

    private func decode(_ characters: [UInt8], capacity: Int) -> [UInt8]? {
        var buffer = [UInt8](repeating: 0, count: capacity)
        let count = buffer.withUnsafeMutableBytes { Base64.decode(characters.span.bytes, spelling: .any, into: $0) }
        return count.map { Array(buffer.prefix($0)) }
    }

    @Test(arguments: [6, 7]) func `decodes into a buffer with enough room`(capacity: Int) {
        #expect(decode(Array("Zm9vYmFy".utf8), capacity: capacity)?.count == 6)
    }

    @Test(arguments: [0, 5]) func `refuses to write more than there is room for`(capacity: Int) {
        #expect(decode(Array("Zm9vYmFy".utf8), capacity: capacity) == nil)
    }
}
