import FuzzSupport

/// Feeds libFuzzer's inputs to the decoder as bodies.
@main enum FuzzEvent: FuzzTarget {
    static func check(_ body: [UInt8]) throws {
        try EventInvariants(body).check()
    }
}
