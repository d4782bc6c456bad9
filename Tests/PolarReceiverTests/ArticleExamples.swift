import PolarReceiver

// The modules of the articles in PolarReceiver.docc, to the letter; ArticleTests compares them.

protocol Warehouse: Sendable {
    func ship(order: String, key: String) async throws
    func cancel(order: String, key: String) async throws
}

protocol Accounts: Sendable {
    func book(_ amount: Int, of order: String, idempotencyKey: String) async throws
}

struct Fulfilment: HandlerModule {
    let id: HandlerID = "fulfilment"
    let warehouse: any Warehouse

    func register(on events: inout EventRegistrar) {
        events.on(.orderPaid, perform: ship)
        events.on(.orderRefunded) { order, delivery in
            try await warehouse.cancel(order: order.id, key: delivery.idempotencyKey)
        }
    }

    private func ship(_ order: Polar.Order, _ delivery: Delivery) async throws {
        guard order.totalAmount > 0 else { throw HandlerError.permanent("free orders need no parcel") }
        try await warehouse.ship(order: order.id, key: delivery.idempotencyKey)
    }
}

struct Notifier: ConfigurableHandlerModule {
    static let kind = "notifier"

    let id: HandlerID
    let channel: String
    let urgency: Int

    init(_ options: HandlerOptions) throws {
        id = options.id
        channel = try options.required("channel", "the name of a channel")
        urgency = try options.integer("urgency", in: 1...5) ?? 3
    }

    func register(on events: inout EventRegistrar) {
        events.onAny { event, delivery in
            delivery.logger.info("Notified", metadata: ["channel": "\(channel)", "urgency": "\(urgency)"])
        }
    }
}

struct Invoicing: HandlerModule {
    let id: HandlerID = "invoicing"
    let accounts: any Accounts

    func register(on events: inout EventRegistrar) {
        events.on(.orderPaid) { order, delivery in
            try await accounts.book(order.totalAmount, of: order.id, idempotencyKey: delivery.idempotencyKey)
        }
    }
}

struct Patient: HandlerModule {
    let id: HandlerID = "patient"
    let retryPolicy = RetryPolicy(maximumAttempts: 5, baseDelay: .seconds(60), maximumDelay: .seconds(3_600))
    let timeout = Duration.seconds(10)

    func register(on events: inout EventRegistrar) {
        events.on(.refundCreated) { refund, delivery in
            guard delivery.attempt > 1 else { throw HandlerError.retry(after: .seconds(30), "the ledger lags behind") }
            delivery.logger.info("Refunded", metadata: ["refund.id": "\(refund.id)"])
        }
    }
}

struct Statistics: HandlerModule {
    let id: HandlerID = "statistics"
    let ordering = Ordering.none
    let concurrencyLimit = 32

    func register(on events: inout EventRegistrar) {
        events.on(.billing) { event, delivery in
            delivery.logger.debug("Counted", metadata: ["event.is_order": "\(Self.isOrder(event))"])
        }
    }

    private static func isOrder(_ event: BillingEvent) -> Bool {
        if case .order = event { return true }
        return false
    }
}

struct LatestState: HandlerModule {
    let id: HandlerID = "latest-state"
    let staleEvents = StaleEvents.skip

    func register(on events: inout EventRegistrar) {
        events.on(.subscription) { event, delivery in
            delivery.logger.info("Newest state", metadata: ["received": "\(delivery.receivedAt)"])
        }
    }
}
