import PolarReceiver

struct Ledger: HandlerModule {
    let id: HandlerID = "ledger"

    func register(on events: inout EventRegistrar) {
        events.on(.orderPaid) { order, delivery in
            delivery.logger.notice("Paid", metadata: ["ledger.entry": "\(order.totalAmount) \(order.currency)"])
        }
        events.on(.billing) { event, delivery in
            delivery.logger.notice("Billing", metadata: ["ledger.entry": "\(Self.entry(for: event))"])
        }
        events.onUnknown { event, delivery in
            delivery.logger.notice("Unknown", metadata: ["ledger.entry": "\(event.type?.rawValue ?? "no type")"])
        }
    }

    private static func entry(for event: BillingEvent) -> String {
        switch event {
        case .subscription(let event): "subscription \(event.data.status.rawValue)"
        case .refund(let event): "refund of \(event.data.amount)"
        default: "something else"
        }
    }
}
