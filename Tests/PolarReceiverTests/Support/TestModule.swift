import EventStore
import PolarReceiver
import Synchronization

/// A module whose behaviour a test decides; it remembers its runs.
final class TestModule: HandlerModule {
    let id: HandlerID
    let retryPolicy: RetryPolicy
    let concurrencyLimit: Int
    let timeout: Duration
    let ordering: Ordering
    let staleEvents: StaleEvents
    let canEndProcess: Bool
    private let runs = Mutex<[Delivery]>([])
    private let body: @Sendable (WebhookEvent, Delivery) async throws -> Void

    init(
        _ id: HandlerID = "test",
        retryPolicy: RetryPolicy = RetryPolicy(maximumAttempts: 3, baseDelay: .seconds(10)),
        concurrencyLimit: Int = 8,
        timeout: Duration = .seconds(60),
        ordering: Ordering = .bySubject,
        staleEvents: StaleEvents = .deliver,
        canEndProcess: Bool = true,
        body: @escaping @Sendable (WebhookEvent, Delivery) async throws -> Void = { _, _ in }
    ) {
        self.id = id
        self.retryPolicy = retryPolicy
        self.concurrencyLimit = concurrencyLimit
        self.timeout = timeout
        self.ordering = ordering
        self.staleEvents = staleEvents
        self.canEndProcess = canEndProcess
        self.body = body
    }

    /// The attempts so far, by webhook id and number.
    var attempts: [String] { runs.withLock { $0.map { "\($0.webhookID)#\($0.attempt)" } } }

    func register(on events: inout EventRegistrar) {
        events.onAny { [self] event, delivery in
            runs.withLock { $0.append(delivery) }
            try await body(event, delivery)
        }
    }
}

struct TestFailure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String = "out of order") {
        self.description = description
    }
}
