import StandardWebhooks
import Testing

struct RedactedTests {
    private static var values: [any Redacted & Sendable] {
        get throws {
            let vector = try Ed25519Vector.first()
            let signingKey = try SigningKey(utf8: "secret of this test")
            return try [
                signingKey, vector.privateKey, VerificationKey.hmacSHA256(signingKey),
                VerificationKey.ed25519(vector.publicKey),
            ]
        }
    }

    @Test(arguments: try values.indices) func `says nothing about a key`(index: Int) throws {
        let value = try Self.values[index]
        #expect(value.description == "<redacted>")
        #expect(value.debugDescription == "<redacted>")
        #expect("\(value)" == "<redacted>")
        #expect(String(reflecting: value) == "<redacted>")
        #expect(String(describing: Optional(value)) == "Optional(<redacted>)")
    }

    @Test(arguments: try values.indices) func `has a mirror without children`(index: Int) throws {
        #expect(Mirror(reflecting: try Self.values[index]).children.isEmpty)
    }

    @Test(arguments: try values.indices) func `dumps one line`(index: Int) throws {
        var text = ""
        dump(try Self.values[index], to: &text)
        #expect(text == "- <redacted>\n")
    }

    @Test func `keeps keys out of what a signer and a verifier dump`() throws {
        let key = try SigningKey(utf8: "secret")
        var text = ""
        dump(try MessageSigner(key: key), to: &text)
        dump(try MessageVerifier(keys: [.hmacSHA256(key)]), to: &text)
        #expect(!text.contains("115"), "the code of the letter s")
        #expect(!text.contains("secret"))
    }
}
