import Testing

@testable import StandardWebhooks

struct HMACStateTests {
    private struct Vector: Decodable, CustomTestStringConvertible {
        let source: String
        let key: Hex
        let data: Hex
        let code: Hex

        var testDescription: String { source }
    }

    @Test(arguments: try Fixture.lines(of: "hmac-sha256.jsonl", as: Vector.self))
    private func `computes the codes of RFC 4231`(vector: Vector) throws {
        let state = try HMACState(key: SigningKey(bytes: vector.key.bytes))
        #expect(code(of: vector.data.bytes, using: state) == vector.code.bytes)
    }

    @Test func `computes the same code again`() throws {
        let state = try HMACState(key: SigningKey(utf8: "key"))
        let first = code(of: [1], using: state)
        _ = code(of: [2], using: state)
        #expect(code(of: [1], using: state) == first)
    }

    @Test(arguments: [1, 63, 64, 65, 200]) func `takes keys around the block size`(byteCount: Int) throws {
        let key = [UInt8](repeating: 0x61, count: byteCount)
        let sameCode = try code(of: [], using: HMACState(key: SigningKey(bytes: key)))
        let paddedCode = try code(of: [], using: HMACState(key: SigningKey(bytes: key + [0])))
        // RFC 2104 fills short keys with zeros, so a zero more changes a key that fills the block only.
        #expect((sameCode == paddedCode) == (byteCount < 64))
    }

    @Test func `signs the three parts with full stops between them`() throws {
        let state = try HMACState(key: SigningKey(utf8: "key"))
        let (id, timestamp, body) = (Array("a".utf8), Array("b".utf8), Array("c".utf8))
        let parts = state.code(id: id.span.bytes, timestamp: timestamp.span.bytes, body: body.span.bytes)
        #expect(parts == code(of: Array("a.b.c".utf8), using: state))
    }

    private func code(of data: [UInt8], using state: HMACState) -> [UInt8]? {
        guard let context = DigestContext() else { return nil }
        var code = [UInt8](repeating: 0, count: HMACState.digestByteCount)
        let isDone = code.withUnsafeMutableBytes { output in
            state.authenticate(using: context, into: output) { $0.update(data.span.bytes) }
        }
        return isDone ? code : nil
    }
}
