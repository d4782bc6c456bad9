import StandardWebhooks
import Testing

struct MessageIDTests {
    static let valid = [
        "a", "5f1d7a3e-9c7b-4e0a-8f5d-2b6c1a0e4d3f", "msg_2KWPBgLlAfxdpx2AI54pPJ85f4W", "a/1", "!~", "{\"\\:,;=%",
        String(repeating: "x", count: 256),
    ]

    static let malformed = [
        ".", "a.b", "a.", ".a", "a b", " a", "a\t", "a\n", "a\0", "a\u{7F}", "Zo\u{EB}", "z\u{F7E9}", "a\u{200B}",
        String(repeating: "x", count: 257), String(repeating: "x", count: 30_000),
    ]

    private static let now: Int64 = 1_795_428_000

    private let key: SigningKey

    init() throws {
        key = try SigningKey(utf8: "the secret of these tests")
    }

    @Test(arguments: valid) func `takes visible ASCII without a dot`(id: String) throws {
        #expect(MessageID.isValid(id))
        #expect(Self.isValid(Array(id.utf8)))
        let headers = try MessageSigner(key: key).headers(id: id, timestamp: Self.now, body: [])
        #expect(try MessageVerifier(keys: [.hmacSHA256(key)]).verify(headers: headers, body: [], now: Self.now) == 0)
    }

    @Test(arguments: malformed) func `refuses anything else, signed or not`(id: String) throws {
        #expect(!MessageID.isValid(id))
        #expect(!Self.isValid(Array(id.utf8)))
        #expect(throws: VerificationError.malformedHeader("webhook-id")) { try verify(Array(id.utf8)) }
    }

    @Test(arguments: malformed + [""]) func `signs nothing that every receiver refuses`(id: String) throws {
        let signer = try MessageSigner(key: key)
        #expect(throws: SigningError.malformedID) { try signer.sign(id: id, timestamp: 1, body: []) }
        #expect(throws: SigningError.malformedID) { try signer.headers(id: id, timestamp: 1, body: []) }
    }

    @Test(arguments: [[0x78, 0x80], [0xFF], [0x7A, 0xE9], [0xC3]] as [[UInt8]])
    func `refuses bytes that are not text`(id: [UInt8]) {
        #expect(!Self.isValid(id))
        #expect(throws: VerificationError.malformedHeader("webhook-id")) { try verify(id) }
    }

    @Test func `refuses no id at all`() {
        #expect(!MessageID.isValid(""))
        #expect(!Self.isValid([]))
    }

    /// The bytes that are signed stay the same when the dots between their parts move.
    @Test func `does not take a message whose dots have moved`() throws {
        let body = Array(#"{"name":"Eve.1795428001.x"}"#.utf8)
        let signature = try MessageSigner(key: key).sign(id: "msg_1", timestamp: Self.now, body: body)
        let verifier = try MessageVerifier(keys: [.hmacSHA256(key)])
        let headers = [
            (name: "webhook-id", value: #"msg_1.1795428000.{"name":"Eve"#), ("webhook-timestamp", "1795428001"),
            ("webhook-signature", signature),
        ]
        #expect(throws: VerificationError.malformedHeader("webhook-id")) {
            try verifier.verify(headers: headers, body: Array(#"x"}"#.utf8), now: Self.now)
        }
    }

    @Test func `judges the id before timestamp and signature`() {
        #expect(throws: VerificationError.malformedHeader("webhook-id")) {
            try verify(Array("a.b".utf8), timestamp: "never", signature: "v1,")
        }
    }

    private static func isValid(_ id: [UInt8]) -> Bool {
        let bytes = id.span.bytes
        return MessageID.isValid(bytes)
    }

    /// Verifies a message with a right signature over whatever the id is.
    private func verify(_ id: [UInt8], timestamp: String = "\(now)", signature: String? = nil) throws {
        let timestamp = Array(timestamp.utf8)
        let right = try TestSignature.v1(id: id, timestamp: timestamp, body: [1], key: key)
        _ = try MessageVerifier(keys: [.hmacSHA256(key)]).verify(
            id: id.span.bytes,
            timestamp: timestamp.span.bytes,
            signature: Array((signature ?? right).utf8).span.bytes,
            body: [UInt8]([1]).span.bytes,
            now: Self.now
        )
    }
}
