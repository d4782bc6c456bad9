public import Foundation

/// Which messages a listing, a replay or another operation is about: those that fulfil all of its conditions.
public struct MessageQuery: Hashable, Sendable {
    /// Types to take; all where it is empty.
    public var types: [TypePattern] = []

    /// What the event is about.
    public var subject: String?

    /// The name of the endpoint that took the message.
    public var endpoint: String?

    /// The whole `webhook-id`.
    public var webhookID: String?

    /// The beginning of the `webhook-id`.
    public var idPrefix: String?

    /// The first moment of arrival to take.
    public var receivedFrom: Date?

    /// The first moment of arrival not to take any more.
    public var receivedBefore: Date?

    /// The handler that must have a delivery; ``states`` is about its deliveries then.
    public var handler: HandlerID?

    /// States one of which a delivery must be in; any, or no delivery at all, where it is empty.
    public var states: Set<DeliveryState> = []

    /// Whether the body must be gone, or must not be.
    public var isPruned: Bool?

    /// Takes all messages.
    public init() {}
}
