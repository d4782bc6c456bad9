import Logging
import PolarReceiverTesting
import Synchronization

/// A module whose behaviour a test decides; it remembers its attempts.
final class ProbeModule: HandlerModule {
    let id: HandlerID
    let retryPolicy: RetryPolicy
    let concurrencyLimit: Int
    let ordering: Ordering
    let staleEvents: StaleEvents
    private let seen = Mutex<[Delivery]>([])
    private let body: @Sendable (WebhookEvent, Delivery) async throws -> Void

    init(
        _ id: HandlerID = "probe",
        retryPolicy: RetryPolicy = RetryPolicy(maximumAttempts: 4, baseDelay: .seconds(10)),
        concurrencyLimit: Int = 8,
        ordering: Ordering = .bySubject,
        staleEvents: StaleEvents = .deliver,
        body: @escaping @Sendable (WebhookEvent, Delivery) async throws -> Void = { _, _ in }
    ) {
        self.id = id
        self.retryPolicy = retryPolicy
        self.concurrencyLimit = concurrencyLimit
        self.ordering = ordering
        self.staleEvents = staleEvents
        self.body = body
    }

    /// The deliveries of all attempts, in order.
    var deliveries: [Delivery] { seen.withLock { $0 } }

    /// The attempts by webhook id and number.
    var attempts: [String] { deliveries.map { "\($0.webhookID)#\($0.attempt)" } }

    func register(on events: inout EventRegistrar) {
        events.onAny { [self] event, delivery in
            seen.withLock { $0.append(delivery) }
            try await body(event, delivery)
        }
    }
}

/// A module that starts and stops as a test decides.
struct HookModule: HandlerModule {
    let id: HandlerID
    var onStart: @Sendable () async throws -> Void = {}
    var onStop: @Sendable () async -> Void = {}

    func register(on events: inout EventRegistrar) {
        events.on(.orderPaid) { _, _ in }
    }

    func start(logger: Logger) async throws { try await onStart() }
    func stop() async { await onStop() }
}

struct TestFailure: Error, CustomStringConvertible {
    let description = "out of order"
}
