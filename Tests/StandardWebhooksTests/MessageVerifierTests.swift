import StandardWebhooks
import Testing

struct MessageVerifierTests {
    private static let now: Int64 = 1_795_428_000

    private let body = Array(#"{"type":"customer.updated"}"#.utf8)
    private let key: SigningKey
    private let signer: MessageSigner

    init() throws {
        key = try SigningKey(utf8: "the secret of these tests")
        signer = try MessageSigner(key: key)
    }

    // MARK: Keys

    @Test func `refuses to be made without a key`() {
        #expect(throws: KeyError.noKeys) { try MessageVerifier(keys: []) }
    }

    @Test func `says which key matched`() throws {
        let keys = try ["zero", "one"].map { VerificationKey.hmacSHA256(try SigningKey(utf8: $0)) }
        #expect(try verify(headers(), keys: keys + [.hmacSHA256(key)]) == 2)
    }

    @Test func `names the first of several keys that match`() throws {
        #expect(try verify(headers(), keys: [.hmacSHA256(key), .hmacSHA256(key)]) == 0)
    }

    @Test func `checks Ed25519 signatures beside shared secrets`() throws {
        let pair = try Ed25519Vector.first()
        let headers = try MessageSigner(key: pair.privateKey).headers(id: "msg_1", timestamp: Self.now, body: body)
        #expect(try verify(headers, keys: [.hmacSHA256(key), .ed25519(pair.publicKey)]) == 1)
    }

    @Test func `takes a v1 entry for no Ed25519 signature, nor the other way round`() throws {
        let pair = try Ed25519Vector.first()
        #expect(throws: VerificationError.signatureMismatch) {
            try verify(headers(), keys: [.ed25519(pair.publicKey)])
        }
        let asymmetric = try MessageSigner(key: pair.privateKey).headers(id: "msg_1", timestamp: Self.now, body: body)
        #expect(throws: VerificationError.signatureMismatch) { try verify(asymmetric) }
    }

    @Test func `keeps its own copy of a key`() throws {
        var bytes = Array("the secret of these tests".utf8)
        let verifier = try MessageVerifier(keys: [.hmacSHA256(SigningKey(bytes: bytes))])
        bytes[0] ^= 1
        #expect(try verifier.verify(headers: headers(), body: body, now: Self.now) == 0)
    }

    // MARK: Headers

    @Test(
        arguments: [
            ("a", "1795428000", "v1,x", nil), ("", "1795428000", "v1,x", VerificationError.missingHeader("webhook-id")),
            ("a", "", "v1,x", .missingHeader("webhook-timestamp")),
            ("a", "1795428000", "", .missingHeader("webhook-signature")),
            ("a", "soon", "v1,x", .malformedTimestamp), ("a", "1795427699", "v1,x", .timestampTooOld(skewSeconds: 301)),
            ("a", "1795428301", "v1,x", .timestampTooNew(skewSeconds: 301)),
        ] as [(String, String, String, VerificationError?)]
    )
    func `says of the headers alone what it would say with any body`(
        id: String,
        timestamp: String,
        signature: String,
        expected: VerificationError?
    ) throws {
        let verifier = try MessageVerifier(keys: [.hmacSHA256(key)])
        var error: VerificationError?
        do throws(VerificationError) {
            try verifier.checkHeaders(
                id: id.utf8Span.span.bytes,
                timestamp: timestamp.utf8Span.span.bytes,
                signature: signature.utf8Span.span.bytes,
                now: Self.now
            )
        } catch let caught { error = caught }
        #expect(error == expected)
    }

    @Test(arguments: [
        ["webhook-id", "webhook-timestamp", "webhook-signature"],
        ["Webhook-Id", "Webhook-Timestamp", "Webhook-Signature"],
        ["WEBHOOK-ID", "WEBHOOK-TIMESTAMP", "WEBHOOK-SIGNATURE"],
    ])
    func `finds headers in any case and order, between others`(names: [String]) throws {
        let pairs = zip(names, try headers().map(\.value))
        let headers = [("host", "localhost")] + pairs + [("webhook-api-version", "2026-10")]
        #expect(try verify(headers.reversed()) == 0)
    }

    @Test(arguments: HeaderName.all) func `refuses a message without one of the headers`(name: String) throws {
        let rest = try headers().filter { $0.name != name }
        #expect(throws: VerificationError.missingHeader(name)) { try verify(rest) }
    }

    @Test(arguments: HeaderName.all) func `refuses an empty header`(name: String) throws {
        let headers = try headers().map { $0.name == name ? ($0.name, "") : $0 }
        #expect(throws: VerificationError.missingHeader(name)) { try verify(headers) }
    }

    @Test(arguments: HeaderName.all) func `refuses an empty header among spans`(name: String) throws {
        let headers = try headers().map { $0.name == name ? ($0.name, "") : $0 }
        #expect(throws: VerificationError.missingHeader(name)) { try verify(spans: headers.map { Array($0.1.utf8) }) }
    }

    @Test(arguments: HeaderName.all)
    func `refuses a header that is there twice, even with one value`(name: String) throws {
        let headers = try headers()
        let second = headers.filter { $0.name == name }.map { ($0.name.uppercased(), $0.value) }
        #expect(throws: VerificationError.malformedHeader(name)) { try verify(headers + second) }
    }

    @Test func `reports the first wrong header, whatever their order`() throws {
        let rest = try headers().filter { $0.name != HeaderName.id }
        #expect(throws: VerificationError.missingHeader(HeaderName.id)) { try verify(rest + rest) }
        let empty = (HeaderName.id, "")
        #expect(throws: VerificationError.missingHeader(HeaderName.id)) { try verify(rest + rest + [empty]) }
    }

    @Test func `does not find a name that is equal in Unicode only`() throws {
        let headers = try headers().map { ($0.name.replacing("k", with: "\u{212A}"), $0.value) }
        #expect(throws: VerificationError.missingHeader(HeaderName.id)) { try verify(headers) }
    }

    // MARK: Content

    @Test(arguments: [[], [0], [0xFF, 0xFE], Array("...".utf8), [UInt8](repeating: 0x61, count: 100_000)])
    func `verifies any bytes as a body`(body: [UInt8]) throws {
        let headers = try signer.headers(id: "msg_1", timestamp: Self.now, body: body)
        let verifier = try MessageVerifier(keys: [.hmacSHA256(key)])
        #expect(try verifier.verify(headers: headers, body: body, now: Self.now) == 0)
    }

    @Test func `refuses another body`() throws {
        let headers = try headers()
        let verifier = try MessageVerifier(keys: [.hmacSHA256(key)])
        #expect(throws: VerificationError.signatureMismatch) {
            try verifier.verify(headers: headers, body: body + [0x20], now: Self.now)
        }
    }

    @Test func `judges the timestamp before the signature`() throws {
        let headers = try headers(timestamp: Self.now - 301)
        #expect(throws: VerificationError.timestampTooOld(skewSeconds: 301)) {
            try verify(headers, keys: [.hmacSHA256(SigningKey(utf8: "another secret"))])
        }
    }

    // MARK: Work

    @Test func `verifies the first four Ed25519 signatures only`() throws {
        let pair = try Ed25519Vector.first()
        let verifier = try MessageVerifier(keys: [.ed25519(pair.publicKey)])
        let right = try MessageSigner(key: pair.privateKey).sign(id: "msg_1", timestamp: Self.now, body: body)
        let wrong = "v1a,\(String(repeating: "A", count: 86))=="
        for (position, isTaken) in [(0, true), (3, true), (4, false), (15, false)] {
            let entries = Array(repeating: wrong, count: position) + [right]
            let headers = try headers().map { header in
                (header.name, header.name == HeaderName.signature ? entries.joined(separator: " ") : header.value)
            }
            let match = try? verifier.verify(headers: headers, body: body, now: Self.now)
            #expect(match == (isTaken ? 0 : nil), "at \(position)")
        }
    }

    // MARK: Threads

    @Test func `serves many tasks at once`() async throws {
        let pair = try Ed25519Vector.first()
        let verifier = try MessageVerifier(keys: [.ed25519(pair.publicKey), .hmacSHA256(key)])
        let matches = try await withThrowingTaskGroup(of: Int.self, returning: [Int].self) { group in
            for number in 0..<200 {
                group.addTask { [signer] in
                    let body = [UInt8](repeating: UInt8(truncatingIfNeeded: number), count: number)
                    let headers = try signer.headers(id: "msg_\(number)", timestamp: Self.now, body: body)
                    return try verifier.verify(headers: headers, body: body, now: Self.now)
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(matches == [Int](repeating: 1, count: 200))
    }

    private func headers(timestamp: Int64 = now) throws -> [(name: String, value: String)] {
        try signer.headers(id: "msg_1", timestamp: timestamp, body: body)
    }

    @discardableResult
    private func verify(_ headers: [(name: String, value: String)], keys: [VerificationKey]? = nil) throws -> Int {
        try MessageVerifier(keys: keys ?? [.hmacSHA256(key)]).verify(headers: headers, body: body, now: Self.now)
    }

    private func verify(spans values: [[UInt8]]) throws {
        let (id, timestamp, signature) = (values[0], values[1], values[2])
        _ = try MessageVerifier(keys: [.hmacSHA256(key)]).verify(
            id: id.span.bytes,
            timestamp: timestamp.span.bytes,
            signature: signature.span.bytes,
            body: body.span.bytes,
            now: Self.now
        )
    }
}
