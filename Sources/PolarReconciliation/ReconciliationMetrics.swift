package import Foundation
import Metrics

/// What checks of an endpoint have found and repaired so far.
package struct ReconciliationMetrics: Sendable {
    private let holes: [Hole.Outcome: Counter]
    private let states: Counter
    private let success: Gauge

    /// Makes the series of an endpoint, at zero.
    package init(endpoint: String) {
        let label = ("endpoint", endpoint)
        holes = Dictionary(
            uniqueKeysWithValues: Hole.Outcome.allCases.map { outcome in
                let labels = [label, ("outcome", outcome.rawValue)]
                return (outcome, Counter(label: "polar_receiver_missing_events_total", dimensions: labels))
            }
        )
        states = Counter(label: "polar_receiver_synthetic_states_total", dimensions: [label])
        success = Gauge(label: "polar_receiver_last_reconciliation_timestamp_seconds", dimensions: [label])
    }

    /// Counts what a check has found.
    package func note(_ outcome: Reconciliation, now: Date) {
        for hole in outcome.holes { holes[hole.outcome]?.increment() }
        states.increment(by: outcome.changedStates.count)
        success.record(now.timeIntervalSince1970)
    }
}
