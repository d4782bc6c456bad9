import CoreMetrics
import HTTPServer
import HTTPWire
import Logging
import PrometheusMetrics
import Synchronization

/// Counts wrong tokens, reports them, and says which of them are too many.
///
/// It is asked after a comparison has failed. A right token never comes here, so nobody can lock out its owner.
final class WrongTokens: Sendable {
    /// Where a wrong token stands in a request.
    enum Place: String, CaseIterable, Sendable {
        case form, bearer, link
    }

    static let metric = "polar_receiver_console_wrong_tokens_total"
    static let window = Duration.seconds(60)

    private static let limit = 10
    private static let limitOfAll = 100

    private struct State {
        var end: ContinuousClock.Instant?
        var counts: [ClientAddress: Int] = [:]
        var all = 0
    }

    private let state = Mutex(State())
    private let counters: [Place: Counter]
    private let logger: Logger
    private let log: RateLimitedLog
    private let now: @Sendable () -> ContinuousClock.Instant

    init(
        registry: PrometheusRegistry,
        logger: Logger,
        now: @escaping @Sendable () -> ContinuousClock.Instant = { .now }
    ) {
        let counters = Place.allCases.map { place in
            (place, Counter(label: Self.metric, dimensions: [("place", place.rawValue)], factory: registry))
        }
        self.counters = Dictionary(uniqueKeysWithValues: counters)
        self.logger = logger
        self.now = now
        log = RateLimitedLog(now: now)
    }

    /// Counts a wrong token; false when its address has sent too many within a minute.
    func isBearable(_ place: Place, from client: ClientAddress) -> Bool {
        counters[place]?.increment()
        log.log(logger, .warning, "Refused a wrong token at the console") {
            ["client.address": "\(client)", "console.proof": "\(place.rawValue)"]
        }
        let (now, key) = (now(), Self.network(of: client))
        return state.withLock { state in
            if let end = state.end, end <= now { state = State() }
            guard state.counts[key, default: 0] < Self.limit, state.all < Self.limitOfAll else { return false }
            state.end = state.end ?? now + Self.window
            state.counts[key, default: 0] += 1
            state.all += 1
            return true
        }
    }

    /// One IPv6 client usually has a whole /64.
    private static func network(of client: ClientAddress) -> ClientAddress {
        client.isIPv4 ? client : ClientAddress(high: client.high, low: 0)
    }
}
