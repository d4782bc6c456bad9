import Testing

@testable import StandardWebhooks

struct Ed25519StateTests {
    @Test(arguments: try Ed25519Vector.all()) func `signs as RFC 8032 says`(vector: Ed25519Vector) throws {
        let state = try Ed25519State(privateKey: vector.privateKey)
        #expect(state.signature(of: vector.message.bytes) == vector.signature.bytes)
    }

    @Test(arguments: try Ed25519Vector.all()) func `verifies what RFC 8032 signs`(vector: Ed25519Vector) throws {
        #expect(try verifies(vector.signature.bytes, of: vector.message.bytes, by: vector.publicKey))
    }

    @Test(arguments: try Ed25519Vector.all()) func `derives the public key`(vector: Ed25519Vector) throws {
        #expect(try Ed25519State(privateKey: vector.privateKey).publicKeyBytes() == vector.publicKeyHex.bytes)
    }

    @Test(arguments: 0..<64) func `refuses a signature with another bit`(index: Int) throws {
        let vector = try Ed25519Vector.first()
        var signature = vector.signature.bytes
        signature[index] ^= 1
        #expect(try !verifies(signature, of: vector.message.bytes, by: vector.publicKey))
    }

    @Test func `refuses another message`() throws {
        let vector = try Ed25519Vector.first()
        #expect(try !verifies(vector.signature.bytes, of: [0], by: vector.publicKey))
    }

    private func verifies(_ signature: [UInt8], of message: [UInt8], by key: Ed25519PublicKey) throws -> Bool {
        let state = try Ed25519State(publicKey: key)
        return signature.withUnsafeBytes { state.verifies($0, of: message) }
    }
}
