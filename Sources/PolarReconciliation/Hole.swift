package import Foundation

/// An event that Polar has and the inbox has not.
package struct Hole: Hashable, Sendable {
    /// What became of it.
    package enum Outcome: String, Hashable, Sendable, CaseIterable {
        /// It is in the inbox now.
        case recovered

        /// Polar was asked to send it again.
        case redelivered

        /// Polar has removed its payload, which it does after 90 days.
        case lost

        /// Nothing was done.
        case found
    }

    /// The `webhook-id`.
    package let webhookID: String

    /// The event type.
    package let type: String

    /// When Polar made the event.
    package let createdAt: Date

    /// What became of it.
    package let outcome: Outcome
}
