package import EventStore

/// The unfinished deliveries of handlers that a configuration does not have, such as those of a handler that was renamed.
///
/// No handler runs them, so they wait until their handler is back, until another one takes them over, or until an operator
/// dismisses them.
package struct OrphanedDeliveries: Sendable {
    /// How many there are of each missing handler, in the order of the alphabet.
    package let counts: [(handler: HandlerID, open: Int, dead: Int)]

    /// Finds them in the summary of an inbox.
    ///
    /// - Parameter handlers: the handlers of the configuration.
    package init(in summary: InboxSummary, handlers: some Sequence<HandlerID>) {
        let present = Set(handlers)
        counts = summary.counts.filter { !present.contains($0.key) }
            .map { id, states in
                (id, (states[.pending] ?? 0) + (states[.running] ?? 0), states[.dead] ?? 0)
            }
            .filter { $0.1 + $0.2 > 0 }
            .sorted { $0.0.rawValue < $1.0.rawValue }
    }

    /// A sentence for each missing handler, with the remedy.
    package var sentences: [String] {
        counts.map { handler, open, dead in
            """
            The inbox has \(open) pending and \(dead) dead deliveries of the handler \(handler), which is not configured: \
            configure it again, hand them over with 'events replay --handler \(handler) --as NAME', or end them with \
            'events dismiss --handler \(handler) --state pending'.
            """
        }
    }
}
