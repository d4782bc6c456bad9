import EventStore
import Logging
import Testing

@testable import PolarReceiver

private struct Module: HandlerModule {
    let id: HandlerID
    let registration: @Sendable (inout EventRegistrar) -> Void

    func register(on events: inout EventRegistrar) { registration(&events) }
}

struct EventRegistrarTests {
    @Test func `gives an event to the narrowest registration`() {
        var events = EventRegistrar()
        events.onAny { _, _ in }
        events.on(.billing) { _, _ in }
        events.on(.orderPaid) { _, _ in }
        events.on(.order) { _, _ in }
        events.onUnknown { _, _ in }
        #expect(events.route(for: .orderPaid)?.name == "order.paid")
        #expect(events.route(for: .orderCreated)?.name == "order.*")
        #expect(events.route(for: .refundCreated)?.name == "billing events")
        #expect(events.route(for: .customerCreated)?.name == "any")
        #expect(events.route(for: EventType(rawValue: "order.shipped"))?.name == "unknown")
        #expect(events.route(for: nil)?.name == "unknown")
        #expect(events.duplicates.isEmpty)
    }

    @Test func `wants only what was registered`() {
        var events = EventRegistrar()
        events.on(.orderPaid) { _, _ in }
        #expect(events.route(for: .orderRefunded) == nil)
        #expect(events.route(for: nil) == nil)
    }
}

struct RegistrationErrorTests {
    private func make(_ modules: [any HandlerModule], _ endpoints: [WebhookEndpoint]) throws {
        _ = try Receiver(endpoints: endpoints, modules: modules, store: MemoryStore(), logger: RecordingLog().logger)
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
        let deaf = WebhookEndpoint(name: "c", path: "/z", secrets: [])
        #expect(throws: RegistrationError.endpointWithoutSecret("c")) { try make([], [deaf]) }
    }
}

struct RetryPolicyTests {
    @Test func `doubles the bound up to the maximum, and ends`() {
        let policy = RetryPolicy(maximumAttempts: 6, baseDelay: .seconds(10), maximumDelay: .seconds(60))
        #expect(
            (1...6).map { policy.delay(after: $0, jitter: 1) } == [
                .seconds(10), .seconds(20), .seconds(40), .seconds(60), .seconds(60), nil,
            ]
        )
        #expect(policy.delay(after: 3, jitter: 0.5) == .seconds(20))
        #expect(policy.delay(after: 3, jitter: 0) == .zero)
        #expect(policy.delay(after: 3, jitter: 7) == .seconds(40))
        #expect(RetryPolicy.never.delay(after: 1, jitter: 0.5) == nil)
    }

    @Test func `takes about three days by default`() {
        let delays = (1..<20).compactMap { RetryPolicy.default.delay(after: $0, jitter: 0.5) }
        #expect(delays.count == 19)
        let days = delays.reduce(.zero, +) / .seconds(86_400)
        #expect((2.5...3.5).contains(days), "\(days)")
    }

    @Test func `survives odd numbers`() {
        let policy = RetryPolicy(maximumAttempts: -1, baseDelay: .seconds(-5), maximumDelay: .seconds(-5))
        #expect(policy.delay(after: 1, jitter: 1) == nil)
        let long = RetryPolicy(maximumAttempts: .max, baseDelay: .seconds(Int64.max), maximumDelay: .seconds(Int64.max))
        #expect(long.delay(after: 1_000, jitter: 0) == .zero)
    }
}

struct WebhookSecretTests {
    @Test(arguments: [
        ("polar_whs_Ab3dEf6hIj9lMn2pQr5tUv8xYz1BcD4fGh7Jk2AKXzE", [KeyRule.text]),
        ("whsec_Ab3dEf6hIj9lMn2pQr5tUv8xYz1BcD4fGh7Jk2AKXzE", [.text, .base64]),
        (Bench.secret, [.text, .base64]), ("whsec_AAAA", [.text]), ("AAECAwQFBgcICQoLDA0ODw", [.text, .base64]),
        ("whpk_6kpsY+KcUgq+9VB7Ey7F+ZVHdq6+vnuSQh7qaRRG0iw=", [.publicKey]),
    ])
    func `stands for the keys that Polar may mean`(text: String, rules: [KeyRule]) throws {
        #expect(try WebhookSecret(text).keys.map(\.rule) == rules)
    }

    @Test func `refuses what is no secret`() {
        #expect(throws: WebhookSecret.Invalid.empty) { try WebhookSecret("") }
        #expect(throws: WebhookSecret.Invalid.malformedPublicKey) { try WebhookSecret("whpk_AAAA") }
    }

    @Test(arguments: [
        ("\"0123456789abcdef\"", [WebhookSecret.Suspicion.quotes]), ("0123456789abcdef\n", [.surroundingWhiteSpace]),
        ("short", [.short]), ("'a' ", [.quotes, .surroundingWhiteSpace, .short]), ("0123456789abcdef", []),
    ])
    func `suspects copying mistakes`(text: String, suspicions: [WebhookSecret.Suspicion]) throws {
        #expect(try WebhookSecret(text).suspicions == suspicions)
    }

    @Test func `never shows its text`() throws {
        let secret = try WebhookSecret("hunter2hunter2hunter2")
        var dumped = ""
        dump(secret, to: &dumped)
        for text in [
            "\(secret)", String(reflecting: secret), dumped, "\(Mirror(reflecting: secret).children.map(\.value))",
        ] {
            #expect(!text.contains("hunter2"))
        }
    }
}
