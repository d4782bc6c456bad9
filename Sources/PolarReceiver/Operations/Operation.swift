public import EventStore
public import Foundation

/// A change of the inbox that an operator asks for.
///
/// It names messages by their row, so that a long change is made in pieces: each is one transaction, and an interrupted
/// change goes on where it stopped.
public enum Operation: Hashable, Sendable, Codable {
    /// Runs deliveries again, with all their attempts before them.
    case replay(rows: [Int64], ReplayRule)

    /// Lets dead deliveries rest.
    case dismiss(rows: [Int64], handler: HandlerID?, states: Set<DeliveryState> = [.dead])

    /// Takes body and headers from messages that are done, and removes those that arrived before a moment.
    case prune(rows: [Int64], keepingIDsSince: Date)

    /// Takes over messages of another inbox.
    case restore([ArchivedMessage])
}

/// What an ``Operation`` did.
public struct OperationOutcome: Hashable, Sendable, Codable {
    /// The number of deliveries that a replay or dismissal changed, or of messages that were pruned or stored.
    public let changed: Int

    /// Makes an outcome.
    public init(changed: Int) {
        self.changed = changed
    }
}
