import Foundation
import PolarReceiverTesting
import Testing

@testable import PolarEvents

struct WebhookEventTests {
    private func event(_ text: String) -> WebhookEvent {
        WebhookEvent(id: "m", body: Array(text.utf8))
    }

    @Test func `carries a typed payload by group and family`() throws {
        let event = WebhookEvent(id: "m", body: try #require(SampleEvent(type: "order.paid")).body)
        #expect(event.type == .orderPaid)
        #expect(event.apiVersion == "2026-10")
        #expect(event.timestamp != nil)
        guard case .billing(.order(.paid(let order))) = event.payload else { return #expect(Bool(false), "typed") }
        #expect(order.status == .paid)
        #expect(order.metadata["basket"]?.integer == 3_000_000_000)
        #expect(order.rawJSON["user_id"]?.text == order.customerID)
    }

    @Test(arguments: SampleEvent.types)
    func `decodes every event type`(type: String) throws {
        let event = WebhookEvent(id: "m", body: try #require(SampleEvent(type: type)).body)
        switch event.payload {
        case .customer, .billing, .organization: break
        case .unknown, .undecodable: Issue.record("\(event.payload)")
        }
    }

    @Test func `carries the data of a type it does not know`() {
        let event = event(#"{"type":"order.shipped","data":{"id":"1"}}"#)
        #expect(event.payload == .unknown(.object(["id": .string("1")])))
    }

    @Test func `carries the whole document where there is no data`() {
        let event = event(#"{"content":"x"}"#)
        #expect(event.type == nil)
        #expect(event.payload == .unknown(.object(["content": .string("x")])))
        #expect(self.event("[1]").payload == .unknown(.array([.number(JSONNumber(1))])))
        let unknown = #"{"type":"order.shipped"}"#
        #expect(self.event(unknown).payload == .unknown(.object(["type": .string("order.shipped")])))
    }

    @Test(arguments: SampleEvent.types, ["", #","data":null"#])
    func `does not decode a type it knows without its data`(type: String, data: String) {
        guard case .undecodable(let failure) = event(#"{"type":"\#(type)"\#(data)}"#).payload else {
            return #expect(Bool(false), "it is decoded")
        }
        #expect(failure.path.hasPrefix("$"))
    }

    @Test func `undoes escapes wherever they stand`() throws {
        let member =
            #"{"id":"\u0031","created_at":"2026-01-01T00:00:00\u005a","modified_at":null,"customer_id":"c","#
            + #""email":"e","name":null,"external_id":null,"role":"\u006fwner"}"#
        let event = event(
            #"{"type":"member\u002ecreated","timestamp":"\u0032026-01-01T00:00:00Z","data":\#(member)}"#
        )
        guard case .customer(.member(.created(let member))) = event.payload else {
            return #expect(Bool(false), "\(event.payload)")
        }
        #expect(event.timestamp == Date(timeIntervalSince1970: 1_767_225_600))
        #expect(member.createdAt == event.timestamp)
        #expect(member.id == "1")
        #expect(member.role == .owner)
    }

    @Test(arguments: ["", "not JSON", #"{"type":"order.paid","data":{"id":}}"#, #"{"type":"order.paid","data":{}}"#])
    func `says why a body cannot be decoded, and keeps it`(text: String) {
        let event = event(text)
        guard case .undecodable = event.payload else { return #expect(Bool(false), "undecodable") }
        #expect(event.body == Array(text.utf8))
        #expect(throws: DecodingFailure.self) { try event.encoded() }
    }

    @Test func `keeps the envelope of what cannot be decoded`() {
        let event = event(
            #"{"type":"order.paid","api_version":"2031-01","data":{"id":"1"},"timestamp":"2026-01-01T00:00:00Z"}"#
        )
        #expect(event.type == .orderPaid)
        #expect(event.apiVersion == "2031-01")
        #expect(event.timestamp == Date(timeIntervalSince1970: 1_767_225_600))
        #expect(event.payload == .undecodable(DecodingFailure("a value is missing", path: "$.data.created_at")))
    }

    @Test func `takes the last of members with one name, the envelope's too`() throws {
        let member =
            #"{"id":"1","created_at":"2026-01-01T00:00:00Z","modified_at":null,"customer_id":"c","email":"e","#
            + #""name":null,"external_id":null,"role":"owner","id":"2"}"#
        for text in [
            #"{"type":"x","data":{},"type":"member.created","data":\#(member)}"#,
            #"{"data":\#(member),"type":"member.created"}"#,
            #"{"type":"member.created","data":{"id":7,\#(member.dropFirst())}"#,
            #"{"type":"order.paid","data":{},"data":\#(member),"type":"member.created"}"#,
            #"{"\u0074ype":"member.created","d\u0061ta":\#(member.replacing("external_id", with: "external_i\\u0064"))}"#,
        ] {
            guard case .customer(.member(.created(let member))) = event(text).payload else {
                Issue.record("\(text): \(event(text).payload)")
                continue
            }
            #expect(member.id == "2")
            #expect(member.role == .owner)
        }
    }

    @Test func `carries what only the envelope of a migration says`() throws {
        let sample = try #require(SampleEvent(type: "subscription.migrated"))
        guard case .billing(.subscription(let event)) = WebhookEvent(id: "m", body: sample.body).payload,
            case .migrated(let migration) = event
        else { return #expect(Bool(false), "a migration") }
        #expect(!migration.provider.isEmpty)
        #expect(!migration.providerSubscriptionID.isEmpty)
        #expect(event.data == migration.data)
    }
}
