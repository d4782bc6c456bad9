public import EventStore

/// How long the bodies of some events are kept once all their deliveries are done.
public struct RetentionRule: Hashable, Sendable {
    /// The types of the events.
    public let types: TypePattern

    /// The time since their arrival, nil for good.
    public let age: Duration?

    /// Makes a rule.
    public init(_ types: TypePattern, age: Duration?) {
        self.types = types
        self.age = age
    }

    /// A name counts more than a beginning, and a longer beginning more than a shorter one.
    func isMoreSpecific(than other: RetentionRule) -> Bool {
        let (own, others) = (types.prefix, other.types.prefix)
        return own == nil ? others != nil : (others.map { $0.utf8.count < own?.utf8.count ?? 0 } ?? false)
    }
}
