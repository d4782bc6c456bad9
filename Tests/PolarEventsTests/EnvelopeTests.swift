import Foundation
import Testing

@testable import PolarEvents

struct EnvelopeTests {
    private func scan(_ text: String) -> Envelope {
        Envelope.scan(Array(text.utf8).span.bytes)
    }

    @Test func `reads what Polar writes`() {
        let envelope = scan(
            #"{"type":"order.paid","timestamp":"2026-11-23T10:00:00.123456Z","api_version":"2026-10","data":{"id":"o","customer_id":"c"}}"#
        )
        #expect(envelope.type == "order.paid")
        #expect(envelope.timestamp == Date(timeIntervalSince1970: 1_795_428_000.123456))
        #expect(envelope.apiVersion == "2026-10")
        #expect(envelope.subject == "customer:c")
        #expect(envelope.isJSON)
    }

    @Test func `reads members in any order, the last of a name, and none deeper`() {
        let envelope = scan(
            #"{"data":{"customer":{"id":"x","type":"y"},"id":"1","id":"2"},"type":"a.b","other":{"type":"z"},"type":"product.created"}"#
        )
        #expect(envelope.type == "product.created")
        #expect(envelope.subject == "product:2")
        #expect(envelope.timestamp == nil)
        #expect(envelope.apiVersion == nil)
    }

    @Test(arguments: [
        ("customer.created", "customer:1"), ("customer.state_changed", "customer:1"), ("member.updated", "customer:2"),
        ("subscription.active", "customer:2"), ("order.paid", "customer:2"), ("refund.created", "customer:2"),
        ("benefit_grant.cycled", "customer:2"), ("checkout.updated", "checkout:1"), ("customer_seat.claimed", "seat:1"),
        ("benefit.created", "benefit:1"), ("product.updated", "product:1"), ("discount.deleted", "discount:1"),
        ("organization.updated", "organization:1"), ("invoice.made", "invoice:1"),
    ])
    func `names the subject that keeps an order`(type: String, subject: String) {
        #expect(scan(#"{"type":"\#(type)","data":{"id":"1","customer_id":"2"}}"#).subject == subject)
    }

    @Test func `takes the object itself where the customer is missing`() {
        #expect(scan(#"{"type":"order.paid","data":{"id":"1","customer_id":null}}"#).subject == "order:1")
        #expect(scan(#"{"type":"order.paid","data":{"id":7}}"#).subject == nil)
        #expect(scan(#"{"type":"order.paid","data":[]}"#).subject == nil)
        #expect(scan(#"{"type":".","data":{"id":"1"}}"#).subject == nil)
        // A dot and what is written over it are one character, and still a dot.
        #expect(scan(#"{"type":"order.\u0301paid","data":{"id":"1","customer_id":"2"}}"#).subject == "customer:2")
    }

    @Test(arguments: [
        #"{"content":"","embeds":[{"title":"New order"}]}"#, "[1,2]", #""text""#, "7", "{}",
        #"{"type":7,"timestamp":7,"data":7}"#,
    ])
    func `finds nothing where there is no envelope`(text: String) {
        let envelope = scan(text)
        #expect(envelope.type == nil)
        #expect(envelope.subject == nil)
        #expect(envelope.isJSON)
    }

    @Test func `keeps what stands before a mistake`() {
        let body = Array(#"{"type":"order.paid","data":{"id":"1","customer_id":"2","x":+}}"#.utf8)
        let envelope = Envelope.scan(body.span.bytes)
        #expect(envelope.type == "order.paid")
        #expect(envelope.subject == "customer:2")
        #expect(!envelope.isJSON)
        let failure = envelope.failure(in: body.span.bytes)
        #expect(failure == DecodingFailure("a value is expected", path: "$.data.x"))
    }

    @Test func `finds members whose names have escapes`() {
        let envelope = scan(
            #"{"\u0074ype":"order.paid","d\u0061ta":{"i\u0064":"1","customer\u005fid":"2"},"\u0061pi_version":"3"}"#
        )
        #expect(envelope.type == "order.paid")
        #expect(envelope.subject == "customer:2")
        #expect(envelope.apiVersion == "3")
        #expect(scan(#"{"typ\u0065x":"a","typ\u00e9":"b","\u0074yp":"c","\ud83d\ude00":"d"}"#).type == nil)
    }

    @Test func `undoes escapes in what it keeps`() {
        #expect(scan(#"{"type":"order\u002epaid"}"#).type == "order.paid")
    }
}
