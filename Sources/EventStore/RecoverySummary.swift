/// What the previous process left running.
public struct RecoverySummary: Hashable, Sendable {
    /// How many runs that end with the process make a delivery dead, so that no event can keep a receiver in a crash loop.
    public static let crashLimit = 3

    /// The deliveries that are pending again.
    public let resumed: Int

    /// The deliveries that are dead, because three runs in a row ended with the process.
    public let crashed: Int

    /// Makes a summary.
    public init(resumed: Int, crashed: Int) {
        self.resumed = resumed
        self.crashed = crashed
    }
}
