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

    /// Was dead or pending, and an operator has dismissed it.
    case dismissed

    /// Was left out, because a newer event about the same thing had succeeded already.
    case superseded

    /// The states in which an operator can dismiss a delivery, or hand it over to another handler.
    package static let dismissable: Set<DeliveryState> = [.pending, .dead]

    /// Whether it runs again by itself.
    package var isOpen: Bool { self == .pending || self == .running }

    /// Whether nobody has to do anything about it any more.
    public var isFinal: Bool { !isOpen && self != .dead }
}
