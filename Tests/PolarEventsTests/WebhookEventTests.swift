import Testing

@testable import PolarEvents

struct WebhookEventTests {
    @Test func `carries the data of an event`() {
        let event = WebhookEvent(id: "m", body: Array(#"{"type":"order.paid","data":{"id":"1"}}"#.utf8))
        #expect(event.type == .orderPaid)
        guard case .unknown(let data) = event.payload else { return #expect(Bool(false), "decodable") }
        #expect(data == .object(["id": .string("1")]))
    }

    @Test func `carries the whole document where there is no data`() {
        let event = WebhookEvent(id: "m", body: Array(#"{"content":"x"}"#.utf8))
        #expect(event.type == nil)
        guard case .unknown(let document) = event.payload else { return #expect(Bool(false), "decodable") }
        #expect(document["content"]?.text == "x")
    }

    @Test(arguments: ["", "not JSON", #"{"type":"order.paid","data":{"id":}}"#])
    func `says why a body cannot be decoded, and keeps it`(text: String) {
        let event = WebhookEvent(id: "m", body: Array(text.utf8))
        guard case .undecodable = event.payload else { return #expect(Bool(false), "undecodable") }
        #expect(event.body == Array(text.utf8))
    }
}

struct EventTypeTests {
    @Test func `knows Polar's 42 types, each once`() {
        #expect(EventType.all.count == 42)
        #expect(Set(EventType.all).count == 42)
        #expect(EventType.all.allSatisfy { $0.isKnown })
        #expect(EventType(rawValue: "order.paid") == .orderPaid)
        #expect(!EventType(rawValue: "order.shipped").isKnown)
    }
}

struct EventKindTests {
    private let event = WebhookEvent(id: "m", body: Array(#"{"type":"order.paid","data":{"id":"1"}}"#.utf8))

    @Test func `takes in a type, its family and its group`() {
        #expect(EventKind<JSONValue>.orderPaid.types == [.orderPaid])
        #expect(EventKind<WebhookEvent>.order.types == [.orderCreated, .orderUpdated, .orderPaid, .orderRefunded])
        #expect(EventKind<WebhookEvent>.customer.types.count == 7)
        #expect(EventKind<WebhookEvent>.billing.types.count == 27)
        #expect(EventKind<WebhookEvent>.organization.types.count == 8)
    }

    @Test func `gives the payload of its events`() {
        #expect(EventKind<JSONValue>.orderPaid.extract(event)?["id"]?.text == "1")
        #expect(EventKind<WebhookEvent>.order.extract(event)?.id == "m")
    }

    @Test func `gives nothing of an event that cannot be decoded`() {
        let broken = WebhookEvent(id: "m", body: Array(#"{"type":"order.paid","data":"#.utf8))
        #expect(EventKind<JSONValue>.orderPaid.extract(broken) == nil)
        #expect(EventKind<WebhookEvent>.order.extract(broken) == nil)
    }

    @Test func `orders registrations from narrow to wide`() {
        #expect(EventBreadth.type < .family)
        #expect(EventBreadth.family < .group)
    }
}
