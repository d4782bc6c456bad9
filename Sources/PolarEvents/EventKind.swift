/// What a handler module registers for: an event type, a family or a group, with the payload its closure gets.
public struct EventKind<Payload>: Sendable {
    /// The name in messages, such as `order.paid` or `order.*`.
    package let name: String

    /// The event types it takes in.
    package let types: [EventType]

    /// How much it takes in; the narrowest registration gets an event.
    package let breadth: EventBreadth

    /// The payload of an event of one of the types; nil when this build cannot decode it.
    package let extract: @Sendable (WebhookEvent) -> Payload?
}

/// How much a registration takes in, from narrow to wide.
package enum EventBreadth: Int, Comparable, Sendable {
    case type, family, group

    package static func < (left: EventBreadth, right: EventBreadth) -> Bool { left.rawValue < right.rawValue }
}
