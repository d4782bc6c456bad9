import PolarReceiver
import StandardWebhooks
import Testing

@testable import PolarReceiver

struct EndpointVerifierTests {
    private static let secrets = [
        "an older secret, retired", "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
        "whpk_6kpsY+KcUgq+9VB7Ey7F+ZVHdq6+vnuSQh7qaRRG0iw=",
        "whsec_Ab3dEf6hIj9lMn2pQr5tUv8xYz1BcD4fGh7Jk2AKXzE",
    ]

    private static let signers: [(@Sendable () throws -> MessageSigner, secret: Int, rule: KeyRule)] = [
        ({ try MessageSigner(key: SigningKey(utf8: secrets[0])) }, 0, .text),
        ({ try MessageSigner(key: SigningKey(utf8: secrets[1])) }, 1, .text),
        ({ try MessageSigner(key: SigningKey(base64: secrets[1])) }, 1, .base64),
        ({ try MessageSigner(key: Ed25519PrivateKey(bytes: [UInt8](repeating: 7, count: 32))) }, 2, .publicKey),
        ({ try MessageSigner(key: SigningKey(utf8: secrets[3])) }, 3, .text),
        ({ try MessageSigner(key: SigningKey(base64: secrets[3])) }, 3, .base64),
    ]

    @Test(arguments: signers.indices) func `says which secret matched, and by which rule`(index: Int) throws {
        let endpoint = WebhookEndpoint(secrets: try Self.secrets.map { try WebhookSecret($0) })
        let verifier = try EndpointVerifier(endpoint: endpoint)
        let body: [UInt8] = [1, 2, 3]
        let headers = try Self.signers[index].0().headers(id: "a", timestamp: 1_000, body: body)
        let signature = try #require(headers.first { $0.name == "webhook-signature" }?.value)
        let match = try verifier.verify(
            id: Array("a".utf8).span.bytes,
            timestamp: Array("1000".utf8).span.bytes,
            signature: Array(signature.utf8).span.bytes,
            body: body.span.bytes,
            now: 1_000
        )
        #expect(verifier.matches[match].secretIndex == Self.signers[index].secret)
        #expect(verifier.matches[match].rule == Self.signers[index].rule)
    }
}
