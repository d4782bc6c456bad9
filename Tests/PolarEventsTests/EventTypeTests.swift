import PolarReceiverTesting
import Testing

@testable import PolarEvents

struct EventTypeTests {
    @Test func `knows Polar's 42 types, each once`() {
        #expect(EventType.all.count == 42)
        #expect(Set(EventType.all.map(\.rawValue)) == Set(SampleEvent.types))
        #expect(EventType.all.allSatisfy { $0.isKnown })
        #expect(EventType(rawValue: "order.paid") == .orderPaid)
        #expect(!EventType(rawValue: "order.shipped").isKnown)
    }
}
