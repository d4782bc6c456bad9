package import Foundation
package import PolarAPI

/// What a check of an endpoint found and did.
package struct Reconciliation: Hashable, Sendable {
    /// The endpoint in Polar, as it is now.
    package internal(set) var endpoint: PolarEndpoint

    /// The first moment that was looked at.
    package let start: Date

    /// The first one that was not.
    package let end: Date

    /// The events that Polar had sent in that time.
    package internal(set) var events = 0

    /// Those that were missing, the oldest first.
    package internal(set) var holes: [Hole] = []

    /// Events that Polar counts as delivered and the inbox does not have.
    package internal(set) var deliveredElsewhere = 0

    /// Since when Polar has made no events; nil where the endpoint was enabled all the time.
    package internal(set) var disabledSince: Date?

    /// Whether everything before its end has been looked at now.
    var isProgress = false

    /// Whether the states of all customers were read.
    var readsStates = false

    /// Customers whose states were read.
    package internal(set) var states = 0

    /// Those whose state was another one than the inbox knew.
    package internal(set) var changedStates: [String] = []

    /// Whether the endpoint was enabled by this check.
    package internal(set) var wasEnabled = false

    init(endpoint: PolarEndpoint, start: Date, end: Date) {
        self.endpoint = endpoint
        self.start = start
        self.end = end
    }

    /// The number of holes that ended so.
    package func count(_ outcome: Hole.Outcome) -> Int {
        holes.count { $0.outcome == outcome }
    }
}
