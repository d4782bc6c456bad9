import EventStore
import PolarReceiver
import PolarReceiverTesting
import Testing

private struct Module: HandlerModule {
    let id: HandlerID
    let registration: @Sendable (inout EventRegistrar) -> Void

    func register(on events: inout EventRegistrar) { registration(&events) }
}

struct RegistrationErrorTests {
    private func make(_ modules: [any HandlerModule], _ endpoints: [WebhookEndpoint]) throws {
        _ = try Receiver(endpoints: endpoints, modules: modules, store: MemoryStore(), logger: LogRecorder().logger)
    }

    @Test func `refuses two modules with one id`() {
        let module = Module(id: "shop") { $0.onAny { _, _ in } }
        #expect(throws: RegistrationError.duplicateHandler("shop")) { try make([module, module], []) }
    }

    @Test func `refuses two registrations for one kind`() {
        let module = Module(id: "shop") { events in
            events.on(.orderPaid) { _, _ in }
            events.on(.orderPaid) { _, _ in }
        }
        #expect(throws: RegistrationError.duplicateRegistration(handler: "shop", kind: "order.paid")) {
            try make([module], [])
        }
    }

    @Test func `refuses endpoints that cannot be told apart, or take nothing`() throws {
        let secrets = [try WebhookSecret(Bench.secret)]
        let first = WebhookEndpoint(name: "a", path: "/x", secrets: secrets)
        let sameName = WebhookEndpoint(name: "a", path: "/y", secrets: secrets)
        let samePath = WebhookEndpoint(name: "b", path: "/x/", secrets: secrets)
        #expect(throws: RegistrationError.duplicateEndpoint("a")) { try make([], [first, sameName]) }
        #expect(throws: RegistrationError.duplicateEndpoint("/x/")) { try make([], [first, samePath]) }
        let empty = WebhookEndpoint(name: "c", path: "/z", secrets: [])
        #expect(throws: RegistrationError.endpointWithoutSecret("c")) { try make([], [empty]) }
    }

    @Test func `refuses an endpoint for a handler that is not there`() throws {
        let module = Module(id: "shop") { $0.onAny { _, _ in } }
        let secrets = [try WebhookSecret(Bench.secret)]
        let endpoint = WebhookEndpoint(name: "a", secrets: secrets, handlers: ["shop", "shp"])
        #expect(throws: RegistrationError.unknownHandler("shp", endpoint: "a")) { try make([module], [endpoint]) }
    }

    @Test(arguments: ["webhooks/polar", "/webhooks?a", "/web hooks", "/caf\u{E9}", "/healthz", "/readyz/"])
    func `refuses an endpoint where no message can arrive`(path: String) throws {
        let endpoint = WebhookEndpoint(name: "a", path: path, secrets: [try WebhookSecret(Bench.secret)])
        #expect(throws: RegistrationError.unreachableEndpoint("a", path: path)) { try make([], [endpoint]) }
    }

    @Test(arguments: [
        (RegistrationError.duplicateHandler("shop"), ["shop", "another id"]),
        (.duplicateRegistration(handler: "shop", kind: "order.paid"), ["shop", "order.paid", "merge"]),
        (.duplicateEndpoint("/x"), ["/x", "another"]),
        (.unreachableEndpoint("shop", path: "x"), ["shop", "path x", "/webhooks/polar"]),
        (.endpointWithoutSecret("shop"), ["shop", "secret", "Polar"]),
        (.unknownHandler("shp", endpoint: "a"), ["shp", "endpoint a", "handlers list"]),
    ])
    func `names what is wrong and what to change, in one sentence`(error: RegistrationError, words: [String]) {
        #expect(words.allSatisfy { error.description.contains($0) })
        #expect(error.description.last == ".")
        #expect(!error.description.contains("\n"))
    }
}
