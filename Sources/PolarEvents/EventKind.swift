/// What a handler module registers for: an event type, a family or a group, with the payload its closure gets.
public struct EventKind<Payload>: Sendable {
    /// The name in messages, such as `order.paid` or `order.*`.
    package let name: String

    /// The event types it takes in.
    package let types: [EventType]

    /// How much it takes in; the narrowest registration gets an event.
    package let breadth: EventBreadth

    /// What the closure gets of a payload of one of the types; nil when this build cannot decode it.
    package let extract: @Sendable (WebhookEvent.Payload) -> Payload?

    /// A single event type.
    init(_ type: EventType, extract: @escaping @Sendable (WebhookEvent.Payload) -> Payload?) {
        name = type.rawValue
        types = [type]
        breadth = .type
        self.extract = extract
    }

    /// All types with a common first part.
    init(family: String, _ types: [EventType], extract: @escaping @Sendable (WebhookEvent.Payload) -> Payload?) {
        name = "\(family).*"
        self.types = types
        breadth = .family
        self.extract = extract
    }

    /// All types that Polar's documentation lists together.
    init(group: String, _ types: [EventType], extract: @escaping @Sendable (WebhookEvent.Payload) -> Payload?) {
        name = "\(group) events"
        self.types = types
        breadth = .group
        self.extract = extract
    }
}

/// How much a registration takes in, from narrow to wide.
package enum EventBreadth: Int, Comparable, Sendable {
    case type, family, group

    package static func < (left: EventBreadth, right: EventBreadth) -> Bool { left.rawValue < right.rawValue }
}
