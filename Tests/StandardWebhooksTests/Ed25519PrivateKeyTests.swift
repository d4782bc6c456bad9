import Testing

@testable import StandardWebhooks

struct Ed25519PrivateKeyTests {
    private let seed: [UInt8]
    private let publicKey: [UInt8]

    init() throws {
        let vector = try Ed25519Vector.first()
        seed = vector.seed.bytes
        publicKey = vector.publicKeyHex.bytes
    }

    @Test func `decodes its text`() throws {
        #expect(try Ed25519PrivateKey(text: "whsk_" + Base64.encode(seed)).bytes == seed)
    }

    @Test func `accepts a seed with its public key behind it`() throws {
        #expect(try Ed25519PrivateKey(text: "whsk_" + Base64.encode(seed + publicKey)).bytes == seed)
    }

    @Test func `refuses a seed with the public key of another`() {
        let other = publicKey.reversed()
        #expect(throws: KeyError.malformed) { try Ed25519PrivateKey(bytes: seed + other) }
    }

    @Test(arguments: [0, 31, 33, 63, 65]) func `refuses another length`(byteCount: Int) {
        let bytes = (seed + publicKey + [0]).prefix(byteCount)
        #expect(throws: KeyError.malformed) { try Ed25519PrivateKey(bytes: bytes) }
    }

    @Test(arguments: ["", "whpk_", "whsec_", "WHSK_"]) func `refuses another prefix`(prefix: String) {
        #expect(throws: KeyError.malformed) { try Ed25519PrivateKey(text: prefix + Base64.encode(seed)) }
    }

    @Test func `refuses what is not base64`() {
        #expect(throws: KeyError.malformed) { try Ed25519PrivateKey(text: "whsk_*" + Base64.encode(seed)) }
    }
}
