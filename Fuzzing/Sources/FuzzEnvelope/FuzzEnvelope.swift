import FuzzSupport

/// Feeds libFuzzer's inputs to the scan that comes before the answer, as bodies.
@main enum FuzzEnvelope: FuzzTarget {
    static func check(_ body: [UInt8]) throws {
        try EnvelopeInvariants(body).check()
    }
}
