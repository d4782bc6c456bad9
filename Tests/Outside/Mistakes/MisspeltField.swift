import PolarReceiver

struct MisspeltField: HandlerModule {
    let id: HandlerID = "mistake"

    func register(on events: inout EventRegistrar) {
        events.on(.orderPaid) { order, delivery in
            delivery.logger.info("Paid", metadata: ["order.total": "\(order.totalAmout)"])
        }
    }
}
