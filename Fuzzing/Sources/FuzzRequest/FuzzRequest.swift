import FuzzSupport
import WireSources

/// Feeds libFuzzer's inputs to the parser as what a client sends.
@main enum FuzzRequest: FuzzTarget {
    /// So tight that short inputs reach each of them.
    private static let tightLimits = HTTPLimits(requestLine: 32, headerSection: 96, fieldCount: 4, body: 1_000)

    static func check(_ input: [UInt8]) throws {
        try RequestInvariants(input, limits: HTTPLimits()).check()
        try RequestInvariants(input, limits: tightLimits).check()
    }
}
