/// How deliveries of one lane wait for each other.
public struct LaneRule: Hashable, Sendable {
    /// How long a lane waits for a delivery that fails, counted from its first failure; then the next one passes it.
    public let patience: Duration

    /// Makes a rule.
    public init(patience: Duration = .seconds(900)) {
        self.patience = patience
    }
}
