import StandardWebhooks
import Testing

struct MessageSignerTests {
    /// A message of polar.jsonl; standardwebhooks 1.1.0 signed it.
    private struct Vector: Decodable, CustomTestStringConvertible {
        let secret: String
        let rule: String
        let id: String
        let timestamp: Int64
        let body: String
        let signature: String

        var testDescription: String { "\(secret) by \(rule)" }

        var key: SigningKey {
            get throws(KeyError) { rule == "text" ? try SigningKey(utf8: secret) : try SigningKey(base64: secret) }
        }

        var headers: [(name: String, value: String)] {
            [(HeaderName.id, id), (HeaderName.timestamp, "\(timestamp)"), (HeaderName.signature, signature)]
        }
    }

    private static var vectors: [Vector] {
        get throws { try Fixture.lines(of: "polar.jsonl", as: Vector.self) }
    }

    @Test(arguments: try vectors) private func `signs as Polar does`(vector: Vector) throws {
        let signer = try MessageSigner(key: vector.key)
        let body = Array(vector.body.utf8)
        #expect(try signer.sign(id: vector.id, timestamp: vector.timestamp, body: body) == vector.signature)
    }

    @Test(arguments: try vectors) private func `makes what the verifier accepts from Polar`(vector: Vector) throws {
        let verifier = try MessageVerifier(keys: [.hmacSHA256(vector.key)])
        let match = try verifier.verify(headers: vector.headers, body: Array(vector.body.utf8), now: vector.timestamp)
        #expect(match == 0)
    }

    @Test func `makes the three headers`() throws {
        let signer = try MessageSigner(key: SigningKey(utf8: "secret"))
        let headers = try signer.headers(id: "msg_1", timestamp: 1, body: [])
        #expect(headers.map(\.name) == HeaderName.all)
        #expect(try headers.map(\.value) == ["msg_1", "1", signer.sign(id: "msg_1", timestamp: 1, body: [])])
    }

    @Test(arguments: try Ed25519Vector.all()) func `signs with Ed25519`(vector: Ed25519Vector) throws {
        let headers = try MessageSigner(key: vector.privateKey).headers(id: "msg_1", timestamp: 1, body: [1, 2])
        #expect(headers.last?.value.hasPrefix("v1a,") == true)
        let verifier = try MessageVerifier(keys: [.ed25519(vector.publicKey)])
        #expect(try verifier.verify(headers: headers, body: [1, 2], now: 1) == 0)
    }

    @Test func `makes signatures that may be joined while a secret is replaced`() throws {
        let keys = try ["old secret", "new secret"].map { try SigningKey(utf8: $0) }
        let signatures = try keys.map { try MessageSigner(key: $0).sign(id: "msg_1", timestamp: 1, body: []) }
        let headers = [
            (HeaderName.id, "msg_1"), (HeaderName.timestamp, "1"),
            (HeaderName.signature, signatures.joined(separator: " ")),
        ]
        for key in keys {
            #expect(try MessageVerifier(keys: [.hmacSHA256(key)]).verify(headers: headers, body: [], now: 1) == 0)
        }
    }
}
