import Metrics

/// The server's counters; every series exists from the start, at zero.
struct ServerMetrics: Sendable {
    private let connections = Meter(label: "polar_receiver_http_connections")
    private let refusals: [Refusal: Counter]
    private let handshakes: [String: Counter]
    private let crowds = Counter(label: "polar_receiver_http_connections_refused_total")
    private let sheds = Counter(label: "polar_receiver_http_connections_shed_total")

    init() {
        refusals = Dictionary(
            uniqueKeysWithValues: Refusal.allCases.map { refusal in
                let label = "polar_receiver_http_refusals_total"
                return (refusal, Counter(label: label, dimensions: [("reason", refusal.reason)]))
            }
        )
        handshakes = Dictionary(
            uniqueKeysWithValues: TLSSession.Failure.reasons.map { reason in
                let label = "polar_receiver_tls_handshake_failures_total"
                return (reason, Counter(label: label, dimensions: [("reason", reason)]))
            }
        )
        connections.set(0)
    }

    func opened() { connections.increment() }

    func closed() { connections.decrement() }

    func refused(_ refusal: Refusal) { refusals[refusal]?.increment() }

    func refused(_ failure: TLSSession.Failure) { handshakes[failure.reason]?.increment() }

    func refusedConnection() { crowds.increment() }

    func shed() { sheds.increment() }
}
