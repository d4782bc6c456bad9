import Foundation
import PolarEvents
import PolarReceiverTesting
import Testing

struct WebhookEventSampleTests {
    private let timestamp = Date(timeIntervalSince1970: 1_795_500_000.25)

    @Test func `covers every event type that this version knows`() {
        #expect(Set(SampledKind.all.map(\.description)) == Set(EventType.all.map(\.rawValue)))
        #expect(SampledKind.all.count == 42)
    }

    @Test(arguments: SampledKind.all)
    func `is the sample of its type, decoded`(kind: SampledKind) throws {
        let event = kind.sample("m1", timestamp)
        #expect(event.id == "m1")
        #expect(event.type?.rawValue == kind.description)
        #expect(event.timestamp == timestamp)
        #expect(kind.isTyped(event))
        #expect(event.body == SampleEvent(type: kind.description, timestamp: timestamp)?.body)
    }

    @Test(arguments: SampledKind.all)
    func `says the same in body and payload after a change`(kind: SampledKind) throws {
        let event = kind.rewritten("m1", timestamp)
        #expect(event.id == "m1")
        #expect(event.type?.rawValue == kind.description)
        #expect(event.timestamp == timestamp)
        #expect(event.apiVersion == "2026-10")
        #expect(kind.isTyped(event))
        #expect(event.payload == kind.sample("m1", timestamp).payload)
        #expect(try event.encoded() == event.body)
    }

    @Test func `has a new id each time, and the moment at which a manual clock starts`() {
        let first = WebhookEvent.sample(.orderPaid)
        let second = WebhookEvent.sample(.orderPaid)
        #expect(first.id != second.id)
        #expect(first.body == second.body)
        #expect(first.timestamp == ManualClock().now)
        #expect(WebhookEvent.sample(.orderPaid) { $0.paid = false }.timestamp == ManualClock().now)
    }

    @Test func `passes on what a change throws`() {
        #expect(throws: TestFailure.self) { try WebhookEvent.sample(.orderPaid) { _ in throw TestFailure() } }
    }

    // MARK: What a change does

    @Test func `shows a changed amount in the body`() throws {
        let event = WebhookEvent.sample(.orderPaid) { order in order.totalAmount = 0 }
        #expect(try member("total_amount", of: event) == .number(JSONNumber(0)))
        guard case .billing(.order(.paid(let order))) = event.payload else { return #expect(Bool(false), "typed") }
        #expect(order.totalAmount == 0)
        #expect(order.rawJSON["total_amount"] == .number(JSONNumber(0)))
    }

    @Test func `shows a changed id, date, list and metadata in the body`() throws {
        let event = WebhookEvent.sample(.orderPaid) { order in
            order.customerID = "c2"
            order.createdAt = timestamp
            order.items.removeLast()
            order.metadata["basket"] = .string("b1")
            order.subscriptionID = nil
        }
        #expect(try member("customer_id", of: event) == .string("c2"))
        #expect(try member("created_at", of: event) == .string("2026-11-24T06:00:00.250000Z"))
        #expect(try member("items", of: event).array?.count == 1)
        #expect(try member("metadata", of: event)["basket"] == .string("b1"))
        #expect(try member("subscription_id", of: event) == .null)
    }

    @Test func `shows a changed status, also one that is not known`() throws {
        let event = WebhookEvent.sample(.subscriptionUpdated) { $0.status = .unknown("frozen") }
        #expect(try member("status", of: event) == .string("frozen"))
        #expect(try member("status", of: .sample(.refundUpdated) { $0.status = .failed }) == .string("failed"))
    }

    @Test func `shows a change of one kind of object among several`() throws {
        let customer = WebhookEvent.sample(.customerCreated) { customer in
            guard case .individual(var individual) = customer else { return }
            individual.email = "zoe@example.com"
            customer = .individual(individual)
        }
        #expect(try member("email", of: customer) == .string("zoe@example.com"))
        let grant = WebhookEvent.sample(.benefitGrantCreated) { grant in
            guard case .licenseKeys(var keys) = grant else { return }
            keys.isGranted = false
            grant = .licenseKeys(keys)
        }
        #expect(try member("is_granted", of: grant) == .bool(false))
    }

    @Test func `shows what a migration has beside the data`() throws {
        let event = WebhookEvent.sample(.subscriptionMigrated) { migration in
            migration.provider = "paddle"
            migration.data.id = "s2"
        }
        let body = try JSONValue(parsing: event.body)
        #expect(body["provider"] == .string("paddle"))
        #expect(try member("id", of: event) == .string("s2"))
    }

    @Test func `shows changes of the other payloads`() throws {
        #expect(try member("name", of: .sample(.memberUpdated) { $0.name = "Zoë" }) == .string("Zoë"))
        #expect(try member("name", of: .sample(.productCreated) { $0.name = "Pro" }) == .string("Pro"))
        #expect(try member("id", of: .sample(.checkoutExpired) { $0.id = "k" }) == .string("k"))
        #expect(try member("email", of: .sample(.customerSeatClaimed) { $0.email = "z@e" }) == .string("z@e"))
        #expect(try member("slug", of: .sample(.organizationUpdated) { $0.slug = "wolke" }) == .string("wolke"))
    }

    private func member(_ name: String, of event: WebhookEvent) throws -> JSONValue {
        try #require(try JSONValue(parsing: event.body)["data"]?[name])
    }
}

extension JSONValue {
    fileprivate var array: [JSONValue]? {
        guard case .array(let elements) = self else { return nil }
        return elements
    }
}
