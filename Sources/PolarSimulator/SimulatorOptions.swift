/// How a simulated Polar differs from the real one.
public struct SimulatorOptions: Sendable {
    /// How much faster its time goes: 60 makes the retries of an hour those of a minute.
    public var timeScale: Double

    /// The requests of a token in a minute, before it answers 429.
    public var rateLimit: Int

    /// Waits for a time of Polar's, and throws when the task is cancelled; nil waits for as long as the scale says.
    public var sleep: (@Sendable (Duration) async throws -> Void)?

    /// Makes options.
    ///
    /// - Parameters:
    ///   - timeScale: how much faster the time goes, more than 0.
    ///   - rateLimit: the requests of a token in a minute.
    ///   - sleep: waits for a time of Polar's; nil for the system's clock and the scale.
    public init(
        timeScale: Double = 1,
        rateLimit: Int = 500,
        sleep: (@Sendable (Duration) async throws -> Void)? = nil
    ) {
        self.timeScale = timeScale
        self.rateLimit = rateLimit
        self.sleep = sleep
    }

    func wait(for duration: Duration) async throws {
        if let sleep { return try await sleep(duration) }
        try await Task.sleep(for: duration / timeScale)
    }
}
