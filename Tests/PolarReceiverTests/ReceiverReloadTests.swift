import CoreMetrics
import EventStore
import Foundation
import HTTPServer
import MetricsTestKit
import PolarReceiver
import PolarReceiverTesting
import Testing

/// Other rules for a receiver that serves.
@Suite(.timeLimit(.minutes(6)))
struct ReceiverReloadTests {
    private static let other = "whsec_b3RoZXItc2VjcmV0LW90aGVyLXNlY3JldC1vdGhlci0="

    private func endpoint(
        _ secrets: [String],
        name: String = "polar",
        senders: SenderList? = nil
    ) throws -> WebhookEndpoint {
        WebhookEndpoint(name: name, secrets: try secrets.map { try WebhookSecret($0) }, senders: senders)
    }

    private func tuned(_ events: String) throws -> TunedModule {
        TunedModule(TestModule(), try HandlerTuning(HandlerOptions(id: "test", ["events": events])))
    }

    private func reload(_ bench: Bench, _ endpoints: [WebhookEndpoint], _ modules: [any HandlerModule]) throws {
        try withMetricsFactory(bench.metrics) {
            try bench.receiver.reload(endpoints: endpoints, modules: modules)
        }
    }

    private func matches(_ bench: Bench, secret: Int) throws -> Int64 {
        let labels = [("endpoint", "polar"), ("secret", "\(secret)"), ("rule", "base64")]
        return try bench.metrics.expectCounter("polar_receiver_secret_matches_total", labels).totalValue
    }

    @Test func `judges by other secrets at once, and counts on`() async throws {
        let bench = try Bench([TestModule()])
        try await bench.serve { client in
            #expect(try await client.post(bench.signed("a")).status == 202)
            try reload(bench, [endpoint([Self.other, Bench.secret])], [])
            #expect(try await client.post(bench.signed("b")).status == 202)
            #expect(try matches(bench, secret: 0) == 1)
            #expect(try matches(bench, secret: 1) == 1)
            try reload(bench, [endpoint([Bench.secret])], [])
            #expect(try await client.post(bench.signed("c")).status == 202)
            try reload(bench, [endpoint([Self.other])], [])
            #expect(try await client.post(bench.signed("d")).body == #"{"error":"signature_mismatch"}"#)
        }
        #expect(try matches(bench, secret: 0) == 2)
        #expect(try matches(bench, secret: 1) == 1)
    }

    @Test func `takes other senders, and another tolerance`() async throws {
        let bench = try Bench([TestModule()])
        let elsewhere = SenderList(["192.0.2.1"].compactMap { AddressRange($0) }, refusesOthers: true)
        try await bench.serve { client in
            try reload(bench, [endpoint([Bench.secret], senders: elsewhere)], [])
            #expect(try await client.post(bench.signed("a")).body == #"{"error":"unlisted_sender"}"#)
            try reload(bench, [endpoint([Bench.secret])], [])
            #expect(try await client.post(bench.signed("a")).status == 202)
        }
    }

    @Test func `gives events to a module by its new types, and runs what it has already`() async throws {
        let seen = Shared<[String]>([])
        let module = TestModule { event, _ in seen.change { $0.append(event.id) } }
        let old = try HandlerTuning(HandlerOptions(id: "test", ["events": "order.*"]))
        let bench = try Bench([TunedModule(module, old)])
        try await bench.serve { client in
            #expect(try await client.post(bench.signed("first")).status == 202)
            try reload(bench, [endpoint([Bench.secret])], [tuned("refund.*")])
            #expect(bench.receiver.handlerDescriptions.first?.restriction == ["refund.*"])
            let body = #"{"type":"refund.created","data":{}}"#
            #expect(try await client.post(bench.signed("second", body: body)).status == 202)
            #expect(try await client.post(bench.signed("third")).status == 202)
            try reload(bench, [endpoint([Bench.secret])], [module])
            #expect(try await client.post(bench.signed("fourth")).status == 202)
        }
        try await bench.run {
            for id in ["first", "second", "fourth"] { try await bench.wait(for: id) { $0.state == .succeeded } }
        }
        #expect(seen.value.sorted() == ["first", "fourth", "second"])
        let third = try await bench.store.messages(limit: 9).first { $0.message.webhookID == "third" }
        #expect(third?.deliveries.isEmpty == true)
    }

    @Test func `leaves alone what it does not have`() async throws {
        let bench = try Bench([TestModule()])
        try await bench.serve { client in
            try reload(bench, [endpoint([Self.other], name: "new")], [TestModule("another")])
            #expect(try await client.post(bench.signed("a")).status == 202)
        }
        #expect(try await bench.store.messages(limit: 9).first?.deliveries.map(\.handler) == ["test"])
    }

    @Test func `changes nothing with an endpoint that has no secret`() async throws {
        let bench = try Bench([TestModule()])
        let empty = try endpoint([])
        #expect(throws: RegistrationError.self) { try reload(bench, [empty], []) }
        try await bench.serve { client in
            let answer = try await client.post(bench.signed("a"))
            #expect(answer.status == 202)
        }
    }

    @Test func `loses no request while it reloads again and again`() async throws {
        let bench = try Bench([TestModule()])
        let endpoints = [try endpoint([Bench.secret]), try endpoint([Self.other, Bench.secret])]
        try await bench.serve { client in
            for number in 0..<100 {
                async let answer = client.post(bench.signed("\(number)"))
                try reload(bench, [endpoints[number % 2]], [])
                #expect(try await answer.status == 202)
            }
        }
        #expect(try await bench.store.messages(limit: 1_000).count == 100)
    }
}
