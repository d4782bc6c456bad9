import EventStore

/// What the receiver forgets by itself, and when.
///
/// A message is touched only once all its deliveries are done; dead letters stay until they are replayed or dismissed.
public struct RetentionPolicy: Hashable, Sendable {
    /// How long ids are known at least, so that a message which is sent again is a duplicate and not a new one.
    public static let idAge = Duration.seconds(90 * 86_400)

    /// The rules; for every event the most specific one counts, and an event without any is kept for good.
    public let rules: [RetentionRule]

    /// Whether the messages of a customer are emptied once Polar has deleted the customer.
    public let scrubsDeletedCustomers: Bool

    /// Makes a policy.
    public init(
        rules: [RetentionRule] = [RetentionRule("*", age: idAge)],
        scrubsDeletedCustomers: Bool = false
    ) {
        self.rules = rules
        self.scrubsDeletedCustomers = scrubsDeletedCustomers
    }

    /// The rule that counts for a type.
    func rule(for type: String?) -> RetentionRule? {
        rules.filter { $0.types.matches(type) }.max { $1.isMoreSpecific(than: $0) }
    }
}
