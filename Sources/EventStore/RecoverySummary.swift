/// What the previous process left running.
public struct RecoverySummary: Hashable, Sendable {
    /// How often a delivery may be the only suspect that runs when a process ends; then it is dead.
    ///
    /// So no event can keep a receiver in a crash loop.
    public static let crashLimit = 3

    /// The error of a delivery that was the only suspect when the process ended.
    package static let crash = "crashed"

    /// The error of a delivery that ran beside others, or cannot end the process.
    package static let interruption = "interrupted"

    /// The deliveries that are pending again.
    public let resumed: Int

    /// Those of them that are suspects: they run one at a time before others of their handlers.
    public let suspects: Int

    /// The deliveries that are dead, because each was the only suspect at three ends of a process.
    public let crashed: Int

    /// Makes a summary.
    public init(resumed: Int, suspects: Int = 0, crashed: Int) {
        self.resumed = resumed
        self.suspects = suspects
        self.crashed = crashed
    }
}
