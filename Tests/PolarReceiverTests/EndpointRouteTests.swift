import EventStore
import PolarReceiver
import PolarReceiverTesting
import Testing

/// Who gets a delivery of a message.
@Suite(.timeLimit(.minutes(6)))
struct EndpointRouteTests {
    private struct Module: HandlerModule {
        let id: HandlerID
        let registration: @Sendable (inout EventRegistrar) -> Void

        func register(on events: inout EventRegistrar) { registration(&events) }
    }

    @Test(arguments: [
        (#"{"type":"order.paid","data":{}}"#, ["typed", "family", "any"]),
        (#"{"type":"order.refunded","data":{}}"#, ["family", "any"]),
        (#"{"type":"customer.updated","data":{}}"#, ["any"]),
        (#"{"type":"order.shipped","data":{}}"#, ["any", "unknown"]), (#"{"data":{}}"#, ["any", "unknown"]),
        ("no JSON", ["any", "unknown"]),
    ])
    func `makes a delivery for whoever registered, and for nobody else`(body: String, handlers: [String]) async throws {
        let bench = try Bench([
            Module(id: "typed") { $0.on(.orderPaid) { _, _ in } },
            Module(id: "family") { $0.on(.order) { _, _ in } },
            Module(id: "any") { $0.onAny { _, _ in } },
            Module(id: "unknown") { $0.onUnknown { _, _ in } },
        ])
        try await bench.serve { client in
            let answer = try await client.post(bench.signed("a", body: body))
            #expect(answer.status == 202)
        }
        let record = try #require(try await bench.store.messages(limit: 1).first)
        #expect(record.deliveries.map(\.handler.rawValue) == handlers)
    }

    @Test(arguments: [nil, ["second"], []] as [Set<HandlerID>?])
    func `makes deliveries for the endpoint's handlers only`(own: Set<HandlerID>?) async throws {
        let modules = ["first", "second"].map { id in Module(id: HandlerID(rawValue: id)) { $0.onAny { _, _ in } } }
        let bench = try Bench(modules, handlers: own)
        try await bench.serve { client in
            let answer = try await client.post(bench.signed("a"))
            #expect(answer.body == #"{"result":"accepted"}"#)
        }
        let record = try #require(try await bench.store.messages(limit: 1).first)
        #expect(Set(record.deliveries.map(\.handler)) == own ?? ["first", "second"])
    }

    @Test func `gives a typed handler the payload, and an untyped one the event`() async throws {
        let orders = Shared<[Polar.Order]>([])
        let events = Shared<[WebhookEvent]>([])
        let bench = try Bench([
            Module(id: "typed") { $0.on(.orderPaid) { order, _ in orders.change { $0.append(order) } } },
            Module(id: "any") { $0.onAny { event, _ in events.change { $0.append(event) } } },
        ])
        let body = try #require(SampleEvent(type: "order.paid")).body
        try await bench.run {
            try await bench.serve { client in _ = try await client.post(bench.signed("a", bytes: body)) }
            try await bench.wait(for: "a", handler: "typed") { $0.state == .succeeded }
            try await bench.wait(for: "a", handler: "any") { $0.state == .succeeded }
        }
        let order = try #require(orders.value.first)
        #expect(order.rawJSON["id"] == .string(order.id))
        let event = try #require(events.value.first)
        #expect(event.id == "a")
        #expect(event.type == .orderPaid)
        #expect(event.body == body)
    }

    @Test func `buries what it cannot decode for a typed handler only`() async throws {
        let events = Shared<[WebhookEvent]>([])
        let bench = try Bench([
            Module(id: "typed") { $0.on(.billing) { _, _ in } },
            Module(id: "any") { $0.onAny { event, _ in events.change { $0.append(event) } } },
        ])
        let body = #"{"type":"order.paid","data":{"id":"1"}}"#
        try await bench.run {
            try await bench.serve { client in _ = try await client.post(bench.signed("a", body: body)) }
            let dead = try await bench.wait(for: "a", handler: "typed") { $0.state == .dead }
            #expect(dead.lastError?.contains("$.data.created_at: a value is missing") == true)
            try await bench.wait(for: "a", handler: "any") { $0.state == .succeeded }
        }
        #expect(events.value.map(\.body) == [Array(body.utf8)])
    }
}
