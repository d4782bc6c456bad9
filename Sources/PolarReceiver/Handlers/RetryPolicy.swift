/// When a failed delivery is tried again: capped exponential backoff with full jitter.
///
/// The delay after attempt n is drawn evenly from zero to `min(maximumDelay, baseDelay × 2^(n−1))`, so that deliveries
/// that failed together do not come back together.
public struct RetryPolicy: Hashable, Sendable {
    /// How often a delivery is tried in all, the first attempt included; at least 1.
    public let maximumAttempts: Int

    /// The upper bound of the first delay.
    public let baseDelay: Duration

    /// The upper bound of every delay.
    public let maximumDelay: Duration

    /// Makes a policy; a count below 1 is taken as 1, a negative delay as zero.
    public init(maximumAttempts: Int = 20, baseDelay: Duration = .seconds(5), maximumDelay: Duration = .seconds(86_400))
    {
        self.maximumAttempts = max(1, maximumAttempts)
        self.baseDelay = max(.zero, baseDelay)
        self.maximumDelay = max(.zero, maximumDelay)
    }

    /// Twenty attempts; the delays add up to about three days on average.
    public static let `default` = RetryPolicy()

    /// One attempt: the first failure makes a dead letter.
    public static let never = RetryPolicy(maximumAttempts: 1)

    /// The delay after a failed attempt, or nil when it was the last one.
    ///
    /// - Parameters:
    ///   - attempt: the attempt that failed, counted from 1.
    ///   - jitter: where in the range the delay falls, from 0 up to but not including 1.
    package func delay(after attempt: Int, jitter: Double) -> Duration? {
        guard attempt < maximumAttempts else { return nil }
        return upperBound(after: attempt) * min(max(jitter, 0), 1)
    }

    private func upperBound(after attempt: Int) -> Duration {
        var bound = baseDelay
        for _ in 1..<max(attempt, 1) where bound < maximumDelay {
            bound *= 2
        }
        return min(bound, maximumDelay)
    }
}
