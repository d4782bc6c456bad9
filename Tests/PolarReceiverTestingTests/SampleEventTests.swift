import Foundation
import PolarReceiverTesting
import Testing

struct SampleEventTests {
    private let timestamp = Date(timeIntervalSince1970: 1_795_428_000.123456)

    @Test func `has one sample for each of the 42 event types`() {
        #expect(SampleEvent.types.count == 42)
        #expect(Set(SampleEvent.types).count == 42)
        #expect(SampleEvent.types.first == "customer.created")
    }

    @Test(arguments: SampleEvent.types)
    func `is valid JSON in the envelope of the current version`(type: String) throws {
        let envelope = try envelope(type: type)
        #expect(envelope["type"] as? String == type)
        #expect(envelope["timestamp"] as? String == "2026-11-23T10:00:00.123456Z")
        #expect(envelope["api_version"] as? String == "2026-10")
        #expect(envelope["data"] is [String: Any])
    }

    @Test(arguments: SampleEvent.types)
    func `has white space in strings only`(type: String) throws {
        let body = try #require(SampleEvent(type: type)).body
        let text = try #require(String(validating: body, as: UTF8.self))
        let outside = text.replacing(/"(?:[^"\\]|\\.)*"/, with: "")
        #expect(outside.filter(\.isWhitespace).isEmpty)
    }

    @Test func `keeps white space, escapes and other alphabets inside strings`() throws {
        let data = try #require(try envelope(type: "benefit.updated")["data"] as? [String: Any])
        let properties = try #require(data["properties"] as? [String: Any])
        #expect(properties["note"] as? String == "Termin buchen:\nhttps://example.com/termin \"Einführung\"")
    }

    @Test func `names the former provider of a migrated subscription beside the data`() throws {
        let envelope = try envelope(type: "subscription.migrated")
        #expect(envelope["provider"] as? String == "stripe")
        #expect(envelope["provider_subscription_id"] is String)
    }

    @Test(arguments: [
        ("customer.deleted", "deleted_at", true), ("customer_seat.revoked", "customer_id", false),
        ("benefit_grant.updated", "previous_properties", true), ("subscription.canceled", "ends_at", true),
        ("subscription.uncanceled", "ends_at", false), ("subscription.past_due", "past_due_at", true),
    ])
    func `sets the field that tells the event`(type: String, field: String, isSet: Bool) throws {
        let data = try #require(try envelope(type: type)["data"] as? [String: Any])
        let value = try #require(data[field])
        #expect((value is NSNull) != isSet)
    }

    @Test(arguments: [
        ("order.created", "pending"), ("order.paid", "paid"), ("order.refunded", "partially_refunded"),
        ("subscription.created", "trialing"), ("subscription.canceled", "active"),
        ("subscription.past_due", "past_due"), ("subscription.paused", "paused"),
        ("subscription.revoked", "canceled"), ("checkout.expired", "expired"), ("customer_seat.claimed", "claimed"),
    ])
    func `has the status of the event`(type: String, status: String) throws {
        let data = try #require(try envelope(type: type)["data"] as? [String: Any])
        #expect(data["status"] as? String == status)
    }

    @Test(arguments: [
        (0, "1970-01-01T00:00:00.000000Z"), (1_795_428_000, "2026-11-23T10:00:00.000000Z"),
        (1_795_428_000.000001, "2026-11-23T10:00:00.000001Z"), (1_795_427_999.999_999_9, "2026-11-23T10:00:00.000000Z"),
        (-0.25, "1969-12-31T23:59:59.750000Z"),
    ])
    func `writes the timestamp with six digits`(seconds: Double, text: String) throws {
        let envelope = try envelope(type: "order.paid", timestamp: Date(timeIntervalSince1970: seconds))
        #expect(envelope["timestamp"] as? String == text)
    }

    @Test(arguments: ["", "order", "order.shipped", "Order.paid"])
    func `has nothing for an unknown type`(type: String) {
        #expect(SampleEvent(type: type) == nil)
    }

    private func envelope(type: String, timestamp: Date? = nil) throws -> [String: Any] {
        let sample = try #require(SampleEvent(type: type, timestamp: timestamp ?? self.timestamp))
        return try #require(try JSONSerialization.jsonObject(with: Data(sample.body)) as? [String: Any])
    }
}
