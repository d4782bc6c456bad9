/// Where a delivery stands.
public enum DeliveryState: String, Hashable, Sendable, Codable, CaseIterable {
    /// Waits for its next attempt.
    case pending

    /// Is being run by a handler.
    case running

    /// Is done.
    case succeeded

    /// Is a dead letter: waits for a replay or a redelivery.
    case dead

    /// Was a dead letter, and an operator let it rest.
    case dismissed

    /// Was left out, because a newer event about the same thing had succeeded already.
    case superseded

    /// Whether it runs again by itself.
    package var isOpen: Bool { self == .pending || self == .running }

    /// Whether nobody has to do anything about it any more.
    public var isFinal: Bool { !isOpen && self != .dead }
}
