import Foundation
import PolarReceiverTesting
import Testing

@testable import PolarEvents

/// What Polar may do without asking: none of it stops an event from being decoded, and nothing of it is lost.
struct ForwardCompatibilityTests {
    private func decode(_ document: JSONValue) throws -> WebhookEvent {
        let event = WebhookEvent(id: "m", body: document.encoded())
        if case .undecodable(let failure) = event.payload { throw failure }
        return event
    }

    private func sample(_ type: String) throws -> JSONValue {
        try JSONValue(parsing: try #require(SampleEvent(type: type)).body)
    }

    @Test(arguments: SampleEvent.types)
    func `new fields at any depth are passed over, and shown raw`(type: String) throws {
        let plain = try decode(sample(type))
        let event = try decode(sample(type).withNewFields())
        #expect(event.payload == plain.payload)
        #expect(event.rawJSON["data"]?["new_in_2031"]?["deep"] == .array([.null, .bool(true)]))
    }

    @Test(arguments: SampleEvent.types)
    func `members may come in any order`(type: String) throws {
        let event = try decode(sample(type))
        #expect(try decode(sample(type).reversed()).payload == event.payload)
    }

    @Test func `new values are kept as text`() throws {
        let document = try sample("order.paid").with("data", "status", .string("on_hold"))
            .with("data", "billing_reason", .string("gift")).with("api_version", .string("2031-01"))
        let event = try decode(document)
        guard case .billing(.order(.paid(let order))) = event.payload else { return #expect(Bool(false), "typed") }
        #expect(order.status == .unknown("on_hold"))
        #expect(order.status.rawValue == "on_hold")
        #expect(order.billingReason == .unknown("gift"))
        #expect(event.apiVersion == "2031-01")
        #expect(try JSONValue(parsing: event.encoded())["data"]?["status"] == .string("on_hold"))
    }

    @Test func `new kinds of an object are kept whole`() throws {
        let alien = JSONValue.object(["type": .string("agency"), "id": .string("7"), "seats": .array([])])
        let event = try decode(sample("customer.created").with("data", alien))
        guard case .customer(.created(let customer)) = event.payload else { return #expect(Bool(false), "typed") }
        #expect(customer == .unknown(alien))
        #expect(customer.id == "7")
        #expect(customer.email == nil)
        #expect(try JSONValue(parsing: event.encoded())["data"] == alien)
    }

    @Test func `an unknown type is carried and encoded whole`() throws {
        let document = try sample("order.paid").with("type", .string("order.shipped")).with("parcels", .bool(true))
        let event = try decode(document)
        #expect(event.payload == .unknown(try #require(document["data"])))
        #expect(try JSONValue(parsing: event.encoded()) == document)
    }

    @Test func `what has no place in the envelope does no harm`() throws {
        let document = try sample("order.paid").with("timestamp", .bool(false)).with("api_version", .null)
        let event = try decode(document)
        #expect(event.timestamp == nil)
        #expect(event.apiVersion == nil)
    }
}

extension JSONValue {
    /// The document with one member set.
    fileprivate func with(_ name: String, _ value: JSONValue) -> JSONValue {
        guard case .object(var members) = self else { return self }
        members[name] = value
        return .object(members)
    }

    /// The document with one member of a member set.
    fileprivate func with(_ outer: String, _ name: String, _ value: JSONValue) -> JSONValue {
        with(outer, (self[outer] ?? .null).with(name, value))
    }

    /// The document with all members the other way round, so that the type stands behind the data.
    fileprivate func reversed() -> JSONValue {
        switch self {
        case .object(let members): .object(JSONMap(members.reversed().map { ($0.name, $0.value.reversed()) }))
        case .array(let elements): .array(elements.map { $0.reversed() })
        default: self
        }
    }

    /// The document with a new field in every object but those whose names are data.
    fileprivate func withNewFields() -> JSONValue {
        switch self {
        case .object(let members):
            var changed = members
            for (name, value) in members where !Self.maps.contains(name) { changed[name] = value.withNewFields() }
            changed["new_in_2031"] = .object(["deep": .array([.null, .bool(true)])])
            return .object(changed)
        case .array(let elements): return .array(elements.map { $0.withNewFields() })
        default: return self
        }
    }

    private static let maps: Set = [
        "amounts", "archived", "benefit_metadata", "custom_field_data", "customer_metadata", "metadata",
        "payment_processor_metadata", "prices", "seat_metadata", "unit_label",
    ]
}
