/// Calls of a function, as many as take long enough to be timed.
struct Batch {
    /// How many batches of each decoder a run has.
    static let count = 3

    private static let shortest = Duration.milliseconds(50)

    private let body: () throws -> Bool
    private var calls = 1

    /// Finds the number of calls; the first one, in which the runtime builds its metadata, does not count.
    init(_ body: @escaping () throws -> Bool) throws {
        self.body = body
        _ = try duration()
        while try duration() < Self.shortest { calls *= 2 }
    }

    /// The mean time of a call in one batch.
    func nanosecondsPerCall() throws -> Double {
        try duration() / .nanoseconds(1) / Double(calls)
    }

    private func duration() throws -> Duration {
        var successes = 0
        let start = ContinuousClock.now
        for _ in 0..<calls where try body() { successes += 1 }
        let duration = start.duration(to: .now)
        precondition(successes == calls, "A decoder failed.")
        return duration
    }
}
