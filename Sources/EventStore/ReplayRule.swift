/// Which deliveries of chosen messages a replay makes pending again, and whether as new ones.
public struct ReplayRule: Hashable, Sendable, Codable {
    /// The handler whose deliveries are meant, nil for all; it gets a delivery where it has none.
    public var handler: HandlerID?

    /// The states in which deliveries are taken; all but running where it is empty.
    public var states: Set<DeliveryState>

    /// Whether they get new idempotency keys, so that a handler takes them for events it has never seen.
    public var asNew: Bool

    /// Makes a rule.
    public init(handler: HandlerID? = nil, states: Set<DeliveryState> = [], asNew: Bool = false) {
        self.handler = handler
        self.states = states
        self.asNew = asNew
    }

    /// Whether a delivery is meant.
    package func takes(_ handler: HandlerID, _ state: DeliveryState) -> Bool {
        (self.handler == nil || self.handler == handler) && state != .running
            && (states.isEmpty || states.contains(state))
    }
}
