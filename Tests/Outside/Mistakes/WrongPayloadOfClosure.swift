import PolarReceiver

struct WrongPayloadOfClosure: HandlerModule {
    let id: HandlerID = "mistake"

    func register(on events: inout EventRegistrar) {
        events.on(.orderPaid) { (subscription: Polar.Subscription, delivery) in
            delivery.logger.info("Ended", metadata: ["subscription.id": "\(subscription.id)"])
        }
    }
}
