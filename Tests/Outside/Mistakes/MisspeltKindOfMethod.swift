import PolarReceiver

struct MisspeltKindOfMethod: HandlerModule {
    let id: HandlerID = "mistake"

    func register(on events: inout EventRegistrar) {
        events.on(.orderPayd, perform: ship)
    }

    private func ship(_ order: Polar.Order, _ delivery: Delivery) async throws {}
}
