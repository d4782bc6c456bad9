import HTTPWire
import Synchronization

/// Lets an address try a few wrong tokens a minute, and all addresses together some more.
final class FailureLimit: Sendable {
    static let window = Duration.seconds(60)

    private static let limit = 10
    private static let limitOfAll = 100

    private struct State {
        var end: ContinuousClock.Instant?
        var failures: [ClientAddress: Int] = [:]
        var all = 0
    }

    private let state = Mutex(State())
    private let now: @Sendable () -> ContinuousClock.Instant

    init(now: @escaping @Sendable () -> ContinuousClock.Instant = { .now }) {
        self.now = now
    }

    /// Whether an address may try.
    func allows(_ client: ClientAddress) -> Bool {
        let now = now()
        return state.withLock { state in
            if let end = state.end, end <= now { state = State() }
            return state.failures[client, default: 0] < Self.limit && state.all < Self.limitOfAll
        }
    }

    /// Counts a wrong token.
    func note(_ client: ClientAddress) {
        let now = now()
        state.withLock { state in
            state.end = state.end ?? now + Self.window
            state.failures[client, default: 0] += 1
            state.all += 1
        }
    }
}
