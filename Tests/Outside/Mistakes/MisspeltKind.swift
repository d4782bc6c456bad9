import PolarReceiver

struct MisspeltKind: HandlerModule {
    let id: HandlerID = "mistake"

    func register(on events: inout EventRegistrar) {
        events.on(.orderPayd) { order, delivery in
            delivery.logger.info("Paid", metadata: ["order.id": "\(order.id)"])
        }
    }
}
