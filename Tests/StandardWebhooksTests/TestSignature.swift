@testable import StandardWebhooks

/// Signatures over header values that no signer would send.
enum TestSignature {
    static func v1(id: [UInt8], timestamp: [UInt8], body: [UInt8], key: SigningKey) throws -> String {
        let code = try HMACState(key: key).code(
            id: id.span.bytes,
            timestamp: timestamp.span.bytes,
            body: body.span.bytes
        )
        guard let code else { throw KeyError.unavailable }
        return "v1,\(Base64.encode(code))"
    }
}
