import Testing

@testable import PolarReceiver

struct EventRegistrarTests {
    @Test func `gives an event to the narrowest registration`() {
        var events = EventRegistrar()
        events.onAny { _, _ in }
        events.on(.billing) { _, _ in }
        events.on(.orderPaid) { _, _ in }
        events.on(.order) { _, _ in }
        events.onUnknown { _, _ in }
        #expect(events.route(for: .orderPaid)?.name == "order.paid")
        #expect(events.route(for: .orderCreated)?.name == "order.*")
        #expect(events.route(for: .refundCreated)?.name == "billing events")
        #expect(events.route(for: .customerCreated)?.name == "any")
        #expect(events.route(for: EventType(rawValue: "order.shipped"))?.name == "unknown")
        #expect(events.route(for: nil)?.name == "unknown")
        #expect(events.duplicates.isEmpty)
    }

    @Test func `wants only what was registered`() {
        var events = EventRegistrar()
        events.on(.orderPaid) { _, _ in }
        #expect(events.route(for: .orderRefunded) == nil)
        #expect(events.route(for: nil) == nil)
    }
}
