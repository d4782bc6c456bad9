import Foundation
import Metrics

/// Counts reloads; every series exists from the start.
struct ReloadMetrics: Sendable {
    private let successes = Self.counter("success")
    private let failures = Self.counter("failure")
    private let lastSuccess = Gauge(label: "polar_receiver_configuration_last_reload_success_timestamp_seconds")

    /// The configuration of the start counts as loaded now, and as no reload.
    init() {
        noteSuccess()
    }

    func countSuccess() {
        successes.increment()
        noteSuccess()
    }

    func countFailure() {
        failures.increment()
    }

    private func noteSuccess() {
        lastSuccess.record(Date().timeIntervalSince1970)
    }

    private static func counter(_ result: String) -> Counter {
        Counter(label: "polar_receiver_configuration_reloads_total", dimensions: [("result", result)])
    }
}
