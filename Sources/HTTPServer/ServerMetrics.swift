import HTTPWire
import Metrics

/// The server's counters; every series exists from the start, at zero.
struct ServerMetrics: Sendable {
    private let connections = Meter(label: "polar_receiver_http_connections")
    private let refusals: [HTTPParseError: Counter]
    private let timeouts = Counter(label: "polar_receiver_http_refusals_total", dimensions: [("reason", "timeout")])
    private let sheds = Counter(label: "polar_receiver_http_connections_shed_total")

    init() {
        refusals = Dictionary(
            uniqueKeysWithValues: HTTPParseError.allCases.map { error in
                let dimensions = [("reason", error.reason)]
                return (error, Counter(label: "polar_receiver_http_refusals_total", dimensions: dimensions))
            }
        )
    }

    func opened() { connections.increment() }

    func closed() { connections.decrement() }

    func refused(_ error: HTTPParseError) { refusals[error]?.increment() }

    func timedOut() { timeouts.increment() }

    func shed() { sheds.increment() }
}
