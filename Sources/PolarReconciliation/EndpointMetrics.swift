import Metrics

/// How an endpoint fares in Polar, for alarms.
struct EndpointMetrics: Sendable {
    private let enabled: Gauge
    private let streak: Gauge

    init(endpoint: String) {
        let labels = [("endpoint", endpoint)]
        enabled = Gauge(label: "polar_receiver_polar_endpoint_enabled", dimensions: labels)
        streak = Gauge(label: "polar_receiver_polar_failures_in_a_row", dimensions: labels)
    }

    func note(isEnabled: Bool, streak: Int) {
        enabled.record(isEnabled ? 1 : 0)
        self.streak.record(streak)
    }
}
