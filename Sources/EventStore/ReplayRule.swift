/// Which deliveries of chosen messages a replay makes pending again, and whether as new ones.
public struct ReplayRule: Hashable, Sendable, Codable {
    /// The handler whose deliveries are meant, nil for all.
    public var handler: HandlerID?

    /// Whether ``handler`` gets a delivery of each message that it has none of, whatever the message is.
    public var backfills: Bool

    /// The states in which deliveries are taken; all but running where it is empty.
    public var states: Set<DeliveryState>

    /// Whether they get new idempotency keys, so that a handler takes them for events it has never seen.
    public var asNew: Bool

    /// The handler that takes the deliveries over; nil where they run again for their own handler.
    ///
    /// It gets a delivery of each message that it has none of, and theirs are dismissed.
    public var successor: HandlerID?

    /// Makes a rule.
    public init(
        handler: HandlerID? = nil,
        backfills: Bool = false,
        states: Set<DeliveryState> = [],
        asNew: Bool = false,
        successor: HandlerID? = nil
    ) {
        self.handler = handler
        self.backfills = backfills
        self.states = states
        self.asNew = asNew
        self.successor = successor
    }

    /// Whether a delivery is meant.
    package func takes(_ handler: HandlerID, _ state: DeliveryState) -> Bool {
        if successor != nil, !DeliveryState.dismissable.contains(state) { return false }
        return (self.handler == nil || self.handler == handler) && state != .running
            && (states.isEmpty || states.contains(state))
    }
}
