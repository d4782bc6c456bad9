import PolarReceiverTesting
import Testing

@testable import PolarEvents

struct EventKindTests {
    private func payload(_ type: String) throws -> WebhookEvent.Payload {
        WebhookEvent(id: "m", body: try #require(SampleEvent(type: type)).body).payload
    }

    @Test func `takes in a type, its family and its group`() {
        #expect(EventKind.orderPaid.types == [.orderPaid])
        #expect(Set(EventKind.order.types) == [.orderCreated, .orderUpdated, .orderPaid, .orderRefunded])
        #expect(EventKind.customer.types.count == 7)
        #expect(EventKind.billing.types.count == 27)
        #expect(EventKind.organization.types.count == 8)
    }

    @Test func `gives the payload of its events`() throws {
        let paid = try payload("order.paid")
        let order = try #require(EventKind.orderPaid.extract(paid))
        #expect(EventKind.order.extract(paid) == .paid(order))
        #expect(EventKind.order.extract(paid)?.data == order)
        #expect(EventKind.billing.extract(paid) == .order(.paid(order)))
        #expect(EventKind.customer.extract(try payload("customer.deleted"))?.isDeleted == true)
    }

    @Test func `gives nothing of another event, nor of one that cannot be decoded`() throws {
        let broken = WebhookEvent(id: "m", body: Array(#"{"type":"order.paid","data":"#.utf8)).payload
        #expect(EventKind.orderPaid.extract(broken) == nil)
        #expect(EventKind.order.extract(broken) == nil)
        #expect(EventKind.billing.extract(broken) == nil)
        #expect(EventKind.orderPaid.extract(try payload("order.refunded")) == nil)
        #expect(EventKind.subscription.extract(try payload("order.refunded")) == nil)
        #expect(EventKind.customer.extract(try payload("order.refunded")) == nil)
    }

    @Test func `orders registrations from narrow to wide`() {
        #expect(EventBreadth.type < .family)
        #expect(EventBreadth.family < .group)
    }
}

extension CustomerEvent {
    fileprivate var isDeleted: Bool {
        if case .deleted = self { true } else { false }
    }
}
