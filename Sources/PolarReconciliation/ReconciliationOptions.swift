package import Foundation

/// What a check of an endpoint looks at, and what it may do.
package struct ReconciliationOptions: Hashable, Sendable {
    /// Whose customers' states are read.
    package enum States: String, Hashable, Sendable, CaseIterable {
        /// Those of all customers, if the endpoint was disabled since the last check.
        case disabled

        /// Those of all customers.
        case all

        /// Of nobody.
        case none
    }

    /// The first moment to look at; nil goes on where the last check ended.
    package var since: Date?

    /// Whether nothing is changed, here or at Polar.
    package var isDryRun = false

    /// Whether Polar is asked to send again what is missing, instead of storing what its API has.
    package var redelivers = false

    /// Whether events that Polar counts as delivered are missing too, where the inbox does not have them.
    package var includesDelivered = false

    /// Whether an endpoint that is disabled is enabled first.
    package var enables = false

    /// Whose customers' states are read.
    package var states = States.disabled

    /// The usual check.
    package init() {}
}
