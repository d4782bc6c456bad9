import HTTPWire
import Metrics
import StandardWebhooks

/// The receiver's counters; every series exists from the start, at zero.
struct ReceiverMetrics: Sendable {
    enum MessageResult: String, CaseIterable {
        case accepted, duplicate, retrying, rejected, unavailable
    }

    /// What the store is asked to do.
    enum StoreOperation: String, CaseIterable {
        case append, claim, record
    }

    enum AttemptOutcome: String, CaseIterable {
        case success, retry, dead, superseded, returned
    }

    private let messages: [MessageResult: Counter]
    private let rejections: [String: Counter]
    private let events: [String: Counter]
    private let otherEvents: Counter
    private let unhandled: [String: Counter]
    private let otherUnhandled: Counter
    private let attempts: [HandlerID: [AttemptOutcome: Counter]]
    private let durations: [HandlerID: Timer]
    private let timeouts: [HandlerID: Counter]
    private let storeDurations: [StoreOperation: Timer]

    init(handlers: [HandlerID]) {
        messages = Self.counters("messages_total", "result", MessageResult.allCases) { $0.rawValue }
        let reasons = VerificationError.allCodes + [Response.unlistedSender]
        rejections = Self.counters("message_rejections_total", "reason", reasons) { $0 }
        events = Self.counters("events_total", "type", EventType.all.map(\.rawValue)) { $0 }
        otherEvents = Self.counter("events_total", [("type", "_other")])
        unhandled = Self.counters("events_unhandled_total", "type", EventType.all.map(\.rawValue)) { $0 }
        otherUnhandled = Self.counter("events_unhandled_total", [("type", "_other")])
        timeouts = Self.counters("handler_timeouts_total", "handler", handlers) { $0.rawValue }
        storeDurations = Dictionary(
            uniqueKeysWithValues: StoreOperation.allCases.map { operation in
                let labels = [("operation", operation.rawValue)]
                return (operation, Timer(label: "polar_receiver_store_operation_duration_seconds", dimensions: labels))
            }
        )
        var attempts: [HandlerID: [AttemptOutcome: Counter]] = [:]
        var durations: [HandlerID: Timer] = [:]
        for handler in handlers {
            attempts[handler] = Dictionary(
                uniqueKeysWithValues: AttemptOutcome.allCases.map { outcome in
                    let labels = [("handler", handler.rawValue), ("outcome", outcome.rawValue)]
                    return (outcome, Self.counter("delivery_attempts_total", labels))
                }
            )
            durations[handler] = Timer(
                label: "polar_receiver_delivery_duration_seconds",
                dimensions: [("handler", handler.rawValue)]
            )
        }
        self.attempts = attempts
        self.durations = durations
    }

    func count(_ result: MessageResult) {
        messages[result]?.increment()
    }

    func countRejection(code: String) {
        count(.rejected)
        rejections[code]?.increment()
    }

    func countEvent(type: String?) {
        (type.flatMap { events[$0] } ?? otherEvents).increment()
    }

    /// Counts an event that no handler is registered for.
    func countUnhandled(type: String?) {
        (type.flatMap { unhandled[$0] } ?? otherUnhandled).increment()
    }

    func count(_ outcome: AttemptOutcome, handler: HandlerID, duration: Duration) {
        attempts[handler]?[outcome]?.increment()
        durations[handler]?.record(duration: duration)
    }

    /// Records how long the store took for something, whether or not it could do it.
    func note(
        _ operation: StoreOperation,
        since start: ContinuousClock.Instant,
        until end: ContinuousClock.Instant = .now
    ) {
        storeDurations[operation]?.record(duration: end - start)
    }

    /// Counts a handler that exceeded its time-out, whether or not it ends then.
    func countTimeout(handler: HandlerID) {
        timeouts[handler]?.increment()
    }

    private static func counters<Key: Hashable>(
        _ name: String,
        _ label: String,
        _ keys: [Key],
        value: (Key) -> String
    ) -> [Key: Counter] {
        Dictionary(uniqueKeysWithValues: keys.map { ($0, counter(name, [(label, value($0))])) })
    }

    private static func counter(_ name: String, _ dimensions: [(String, String)]) -> Counter {
        Counter(label: "polar_receiver_\(name)", dimensions: dimensions)
    }
}
