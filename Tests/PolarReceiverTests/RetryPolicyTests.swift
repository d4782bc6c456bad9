import Testing

@testable import PolarReceiver

struct RetryPolicyTests {
    @Test func `doubles the bound up to the maximum, and ends`() {
        let policy = RetryPolicy(maximumAttempts: 6, baseDelay: .seconds(10), maximumDelay: .seconds(60))
        #expect(
            (1...6).map { policy.delay(after: $0, jitter: 1) } == [
                .seconds(10), .seconds(20), .seconds(40), .seconds(60), .seconds(60), nil,
            ]
        )
        #expect(policy.delay(after: 3, jitter: 0.5) == .seconds(20))
        #expect(policy.delay(after: 3, jitter: 0) == .zero)
        #expect(policy.delay(after: 3, jitter: 7) == .seconds(40))
        #expect(RetryPolicy.never.delay(after: 1, jitter: 0.5) == nil)
    }

    @Test func `takes about three days by default`() {
        let delays = (1..<20).compactMap { RetryPolicy.default.delay(after: $0, jitter: 0.5) }
        #expect(delays.count == 19)
        let days = delays.reduce(.zero, +) / .seconds(86_400)
        #expect((2.5...3.5).contains(days), "\(days)")
    }

    @Test func `survives odd numbers`() {
        let policy = RetryPolicy(maximumAttempts: -1, baseDelay: .seconds(-5), maximumDelay: .seconds(-5))
        #expect(policy.delay(after: 1, jitter: 1) == nil)
        let long = RetryPolicy(maximumAttempts: .max, baseDelay: .seconds(Int64.max), maximumDelay: .seconds(Int64.max))
        #expect(long.delay(after: 1_000, jitter: 0) == .zero)
    }
}
