/// Where a delivery stands.
public enum DeliveryState: String, Hashable, Sendable, CaseIterable {
    /// Waits for its next attempt.
    case pending

    /// Is being run by a handler.
    case running

    /// Is done.
    case succeeded

    /// Is a dead letter: waits for a replay or a redelivery.
    case dead
}
