import Testing

@testable import StandardWebhooks

struct Ed25519PublicKeyTests {
    private let bytes = [UInt8](1...32)

    @Test func `decodes its text`() throws {
        #expect(try Ed25519PublicKey(text: "whpk_" + Base64.encode(bytes)) == Ed25519PublicKey(bytes: bytes))
    }

    @Test func `decodes its text without padding`() throws {
        let text = "whpk_" + Base64.encode(bytes).filter { $0 != "=" }
        #expect(try Ed25519PublicKey(text: text) == Ed25519PublicKey(bytes: bytes))
    }

    @Test(arguments: [0, 31, 33, 64]) func `refuses another length`(byteCount: Int) {
        let bytes = [UInt8](repeating: 1, count: byteCount)
        #expect(throws: KeyError.malformed) { try Ed25519PublicKey(bytes: bytes) }
        #expect(throws: KeyError.malformed) { try Ed25519PublicKey(text: "whpk_" + Base64.encode(bytes)) }
    }

    @Test(arguments: ["", "whsk_", "whsec_", "WHPK_"]) func `refuses another prefix`(prefix: String) {
        #expect(throws: KeyError.malformed) { try Ed25519PublicKey(text: prefix + Base64.encode(bytes)) }
    }

    @Test func `refuses what is not base64`() {
        #expect(throws: KeyError.malformed) { try Ed25519PublicKey(text: "whpk_*" + Base64.encode(bytes)) }
    }
}
