import Metrics
import Synchronization

/// The counters of one endpoint that depend on its rules; each is made once, and counts on when the rules change.
final class EndpointCounters: Sendable {
    private struct State {
        var matches: [EndpointVerifier.Match: Counter] = [:]
        var strangers: Counter?
    }

    private let endpoint: String
    private let state = Mutex(State())

    init(endpoint: String) {
        self.endpoint = endpoint
    }

    /// Messages that a secret verified, by one rule.
    func matches(of match: EndpointVerifier.Match) -> Counter {
        state.withLock { state in
            if let counter = state.matches[match] { return counter }
            let dimensions = [
                ("endpoint", endpoint), ("secret", "\(match.secretIndex)"), ("rule", match.rule.rawValue),
            ]
            let counter = Counter(label: "polar_receiver_secret_matches_total", dimensions: dimensions)
            state.matches[match] = counter
            return counter
        }
    }

    /// Messages from addresses that are not in the list of senders.
    var strangers: Counter {
        state.withLock { state in
            if let counter = state.strangers { return counter }
            let dimensions = [("endpoint", endpoint)]
            let counter = Counter(label: "polar_receiver_unlisted_senders_total", dimensions: dimensions)
            state.strangers = counter
            return counter
        }
    }
}
