import PolarReceiver

struct WrongPayload: HandlerModule {
    let id: HandlerID = "mistake"

    func register(on events: inout EventRegistrar) {
        events.on(.orderPaid, perform: end)
    }

    private func end(_ subscription: Polar.Subscription, _ delivery: Delivery) async throws {}
}
