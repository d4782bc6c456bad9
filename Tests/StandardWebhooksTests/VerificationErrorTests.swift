import StandardWebhooks
import Testing

struct VerificationErrorTests {
    private static let all: [(VerificationError, code: String, skewSeconds: Int64?, header: String?)] = [
        (.missingHeader("webhook-id"), "missing_header", nil, "webhook-id"),
        (.malformedHeader("webhook-id"), "malformed_header", nil, "webhook-id"),
        (.malformedHeader("webhook-signature"), "malformed_header", nil, "webhook-signature"),
        (.malformedTimestamp, "malformed_timestamp", nil, nil),
        (.timestampTooOld(skewSeconds: 301), "timestamp_too_old", 301, nil),
        (.timestampTooNew(skewSeconds: 302), "timestamp_too_new", 302, nil),
        (.signatureMismatch, "signature_mismatch", nil, nil),
    ]

    @Test(arguments: all.indices) func `has a code and its details`(index: Int) {
        let (error, code, skewSeconds, header) = Self.all[index]
        #expect(error.code == code)
        #expect(error.skewSeconds == skewSeconds)
        #expect(error.header == header)
    }

    @Test func `lists every code once`() {
        #expect(Set(VerificationError.allCodes) == Set(Self.all.map(\.code)))
        #expect(Set(VerificationError.allCodes).count == VerificationError.allCodes.count)
    }

    @Test func `tells the operator what is wrong`() {
        #expect(
            Self.all.map { "\($0.0)" } == [
                "The header webhook-id is missing or empty.",
                "The header webhook-id is repeated, or it is not 1 to 256 visible ASCII characters without a dot.",
                "The header webhook-signature is repeated.",
                "The header webhook-timestamp is not a whole number of Unix seconds.",
                "The message was signed 301 s ago; check the clocks of both machines.",
                "The message is signed 302 s in the future; check the clocks of both machines.",
                "No signature fits; check that the secret is the one of this endpoint and that nothing changed the body.",
            ]
        )
    }
}
