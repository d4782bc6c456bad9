import StandardWebhooks
import Testing

/// A key pair and a signature of RFC 8032 §7.1.
struct Ed25519Vector: Decodable, CustomTestStringConvertible {
    let source: String
    let seed: Hex
    let publicKeyHex: Hex
    let message: Hex
    let signature: Hex

    private enum CodingKeys: String, CodingKey {
        case source, seed, message, signature
        case publicKeyHex = "publicKey"
    }

    static func all() throws -> [Ed25519Vector] {
        try Fixture.lines(of: "ed25519.jsonl", as: Ed25519Vector.self)
    }

    static func first() throws -> Ed25519Vector {
        try #require(all().first)
    }

    var testDescription: String { source }

    var publicKey: Ed25519PublicKey {
        get throws(KeyError) { try Ed25519PublicKey(bytes: publicKeyHex.bytes) }
    }

    var privateKey: Ed25519PrivateKey {
        get throws(KeyError) { try Ed25519PrivateKey(bytes: seed.bytes) }
    }
}
