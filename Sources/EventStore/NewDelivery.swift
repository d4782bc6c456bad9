/// A delivery to make of a new message.
public struct NewDelivery: Hashable, Sendable {
    /// The handler it is for.
    public let handler: HandlerID

    /// Deliveries of one handler with the same lane run one at a time, in order of arrival; nil waits for nobody.
    public let lane: String?

    /// What the event is a snapshot of: a delivery older than one of the same handler and topic that succeeded is stale.
    ///
    /// nil where the handler does not ask.
    public let topic: String?

    /// Makes a delivery.
    public init(handler: HandlerID, lane: String? = nil, topic: String? = nil) {
        self.handler = handler
        self.lane = lane
        self.topic = topic
    }
}
