/// How often and when a request that has failed is sent again.
public struct RequestRetries: Sendable {
    /// How often a request is sent, all in all.
    public let attempts: Int

    /// Before the second attempt at most; twice as long before each further one.
    public let baseDelay: Duration

    /// The longest wait, also where Polar asks for a longer one.
    public let longestDelay: Duration

    let sleep: @Sendable (Duration) async throws -> Void
    let jitter: @Sendable () -> Double

    /// Makes a rule.
    ///
    /// - Parameters:
    ///   - attempts: how often a request is sent, at least 1.
    ///   - baseDelay: the wait before the second attempt at most.
    ///   - longestDelay: no wait is longer.
    ///   - sleep: waits; throws when the task is cancelled.
    ///   - jitter: where a wait falls in its range, from 0 up to but not including 1.
    public init(
        attempts: Int = 4,
        baseDelay: Duration = .milliseconds(500),
        longestDelay: Duration = .seconds(60),
        sleep: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) },
        jitter: @escaping @Sendable () -> Double = { Double.random(in: 0..<1) }
    ) {
        self.attempts = max(1, attempts)
        self.baseDelay = baseDelay
        self.longestDelay = longestDelay
        self.sleep = sleep
        self.jitter = jitter
    }

    /// The wait after a failed attempt, counted from 1: full jitter below a cap that doubles.
    func delay(after attempt: Int) -> Duration {
        let factor = Double(sign: .plus, exponent: min(max(attempt - 1, 0), 30), significand: 1)
        return min(longestDelay, baseDelay * factor) * jitter()
    }
}
