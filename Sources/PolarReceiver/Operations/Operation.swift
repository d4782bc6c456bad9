public import EventStore

/// A change of stored deliveries that an operator asks for.
///
/// It names messages by their row, so that a long change is made in pieces: each is one transaction, and an interrupted
/// change goes on where it stopped.
public enum Operation: Hashable, Sendable, Codable {
    /// Runs deliveries again, with all their attempts before them.
    ///
    /// A handler that is named gets a delivery of every message, also of those it has none of. Without states, all
    /// deliveries but the running ones are meant.
    case replay(rows: [Int64], handler: HandlerID?, states: Set<DeliveryState>)

    /// Lets dead deliveries rest.
    case dismiss(rows: [Int64], handler: HandlerID?)
}

/// What an ``Operation`` did.
public struct OperationOutcome: Hashable, Sendable, Codable {
    /// The number of deliveries it changed.
    public let deliveries: Int

    /// Makes an outcome.
    public init(deliveries: Int) {
        self.deliveries = deliveries
    }
}
