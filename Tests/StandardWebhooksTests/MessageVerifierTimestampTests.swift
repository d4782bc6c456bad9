import StandardWebhooks
import Testing

struct MessageVerifierTimestampTests {
    private let key: SigningKey

    init() throws {
        key = try SigningKey(utf8: "the secret of these tests")
    }

    @Test(arguments: [-300, -1, 0, 1, 300] as [Int64]) func `accepts a clock within the tolerance`(skew: Int64) throws {
        try verify("\(1_795_428_000 + skew)", now: 1_795_428_000)
    }

    @Test(arguments: [301, 3600, 1_795_428_000] as [Int64]) func `refuses an old message`(skew: Int64) {
        #expect(throws: VerificationError.timestampTooOld(skewSeconds: skew)) {
            try verify("\(1_795_428_000 - skew)", now: 1_795_428_000)
        }
    }

    @Test(arguments: [301, 3600, Int64.max - 1_795_428_000] as [Int64])
    func `refuses a message of the future`(skew: Int64) {
        #expect(throws: VerificationError.timestampTooNew(skewSeconds: skew)) {
            try verify("\(1_795_428_000 + skew)", now: 1_795_428_000)
        }
    }

    private static let extremes: [(String, Int64, VerificationError)] = [
        ("9223372036854775807", .min, .timestampTooNew(skewSeconds: .max)),
        ("0", .min, .timestampTooNew(skewSeconds: .max)),
        ("9223372036854775807", -1, .timestampTooNew(skewSeconds: .max)),
        ("9223372036854775807", 0, .timestampTooNew(skewSeconds: .max)),
        ("0", .max, .timestampTooOld(skewSeconds: .max)),
    ]

    @Test(arguments: extremes)
    func `does not overflow`(timestamp: String, now: Int64, error: VerificationError) {
        #expect(throws: error) { try verify(timestamp, now: now) }
    }

    @Test func `accepts leading zeros, which are signed as received`() throws {
        try verify("0000000000000000000000001795428000", now: 1_795_428_000)
    }

    @Test(arguments: [
        "-1", "+1795428000", "1795428000.0", "1.795428e9", " 1795428000", "1795428000 ", "1795428000\n", "0x6b03b560",
        "1_795_428_000", "١٧٩٥٤٢٨٠٠٠", "１７９５４２８０００", "now", "1795428000\0", "9223372036854775808",
        "18446744073709551616", "99999999999999999999999999999999999999999999",
    ])
    func `refuses what is not a decimal integer`(timestamp: String) {
        #expect(throws: VerificationError.malformedTimestamp) { try verify(timestamp, now: 1_795_428_000) }
    }

    @Test func `takes another tolerance, in whole seconds`() throws {
        try verify("1795428010", now: 1_795_428_000, tolerance: .milliseconds(10_999))
        #expect(throws: VerificationError.timestampTooNew(skewSeconds: 11)) {
            try verify("1795428011", now: 1_795_428_000, tolerance: .milliseconds(10_999))
        }
    }

    @Test(arguments: [.zero, .seconds(-5)] as [Duration])
    func `accepts the very second only with no tolerance`(tolerance: Duration) throws {
        try verify("1795428000", now: 1_795_428_000, tolerance: tolerance)
        #expect(throws: VerificationError.timestampTooOld(skewSeconds: 1)) {
            try verify("1795427999", now: 1_795_428_000, tolerance: tolerance)
        }
    }

    @Test func `takes the widest tolerance there is`() throws {
        try verify("0", now: .max, tolerance: .seconds(Int64.max))
    }

    /// Verifies a message that is right but for its time.
    private func verify(_ timestamp: String, now: Int64, tolerance: Duration = .seconds(300)) throws {
        let verifier = try MessageVerifier(keys: [.hmacSHA256(key)], tolerance: tolerance)
        let id = Array("msg_1".utf8)
        let text = Array(timestamp.utf8)
        let body = Array("{}".utf8)
        let signature = Array(try TestSignature.v1(id: id, timestamp: text, body: body, key: key).utf8)
        _ = try verifier.verify(
            id: id.span.bytes,
            timestamp: text.span.bytes,
            signature: signature.span.bytes,
            body: body.span.bytes,
            now: now
        )
    }
}
