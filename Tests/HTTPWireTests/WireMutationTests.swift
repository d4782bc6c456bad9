import HTTPWire
import Testing

struct WireMutationTests {
    /// Limits that short requests reach.
    private static let limits = HTTPLimits(requestLine: 48, headerSection: 96, fieldCount: 4, body: 24)

    @Test(arguments: [HTTPLimits(), limits])
    func `20,000 spoilt requests have the same outcome however they arrive`(limits: HTTPLimits) throws {
        let vectors = try WireVector.all().map(\.bytes).filter { $0.count <= 512 }
        var mutation = WireMutation(seed: 1)
        var outcomes: Set<WireOutcome> = []
        for _ in 0..<10_000 {
            let bytes = mutation.spoil(vectors[mutation.random(0...vectors.count - 1)])
            outcomes.insert(Self.outcome(of: bytes, limits: limits, &mutation))
        }
        let refusals = outcomes.filter { if case .refused = $0 { true } else { false } }
        #expect(refusals.count > 12)
        #expect(outcomes.count > 100)
    }

    @Test func `noise is refused or awaited`() {
        var mutation = WireMutation(seed: 2)
        for _ in 0..<10_000 {
            let outcome = Self.outcome(of: mutation.noise(), limits: HTTPLimits(), &mutation)
            if case .accepted = outcome { Issue.record("accepted \(outcome)") }
        }
    }

    /// The outcome of `bytes` whole, checked against their arrival in three parts and one by one.
    private static func outcome(
        of bytes: [UInt8],
        limits: HTTPLimits,
        _ mutation: inout WireMutation
    ) -> WireOutcome {
        let whole = WireReading.outcome(of: bytes, limits: limits)
        let first = mutation.random(0...bytes.count)
        let arrivals = [first, mutation.random(first...bytes.count)]
        let parts = WireReading.outcome(of: bytes, arrivals: arrivals, limits: limits)
        let single = WireReading.outcome(of: bytes, arrivals: 0..<bytes.count, limits: limits)
        if parts != whole || single != whole {
            let text = WireText.text(of: bytes).debugDescription
            Issue.record("\(text) split at \(arrivals): \(whole), \(parts), \(single)")
        }
        return whole
    }
}
