import HTTPWire
import Metrics

/// The server's counters; every series exists from the start, at zero.
struct ServerMetrics: Sendable {
    private let connections = Meter(label: "polar_receiver_http_connections")
    private let refusals: [HTTPParseError: Counter]
    private let timeouts = Self.refusalCounter(reason: Refusal.timeout.reason)
    private let sheds = Counter(label: "polar_receiver_http_connections_shed_total")

    init() {
        refusals = Dictionary(
            uniqueKeysWithValues: HTTPParseError.allCases.map { ($0, Self.refusalCounter(reason: $0.reason)) }
        )
        connections.set(0)
    }

    func opened() { connections.increment() }

    func closed() { connections.decrement() }

    func refused(_ refusal: Refusal) {
        switch refusal {
        case .malformed(let error): refusals[error]?.increment()
        case .timeout: timeouts.increment()
        }
    }

    func shed() { sheds.increment() }

    private static func refusalCounter(reason: String) -> Counter {
        Counter(label: "polar_receiver_http_refusals_total", dimensions: [("reason", reason)])
    }
}
