import Foundation
import HTTPServer
import HTTPWire
import Logging
import PolarAPI
import PolarReceiverTesting
import PolarSimulator
import StandardWebhooks
import Synchronization
import Testing

/// What a simulated Polar sends, and when.
struct SimulatorTests {
    private static let body = #"{"type":"order.paid","timestamp":"2026-11-23T10:00:00Z","data":{"id":"1"}}"#

    @Test func `sends an event once when it arrives`() async throws {
        try await withTarget([204]) { polar, target, url in
            let endpoint = polar.addEndpoint(url: url)
            let ids = polar.emit(body: Self.body)
            try await polar.quiet()
            #expect(polar.events.map(\.succeeded) == [true])
            let request = try #require(target.requests.first)
            #expect(target.requests.count == 1)
            #expect(request.body == Array(Self.body.utf8))
            #expect(request.headers["webhook-id"] == ids.first)
            #expect(request.headers["webhook-api-version"] == "2026-10")
            #expect(request.headers["user-agent"] == "polar.sh webhooks")
            #expect(throws: Never.self) { try request.verify(SigningKey(base64: endpoint.secret)) }
        }
    }

    @Test func `signs with the text of an older secret, and with the decoded part after a reset`() async throws {
        let old = "whsec_Ab3dEf6hIj9lMn2pQr5tUv8xYz1BcD4fGh7Jk2AKXzE"
        try await withTarget([204, 204]) { polar, target, url in
            let endpoint = polar.addEndpoint(url: url, secret: old)
            polar.emit(body: Self.body)
            try await polar.quiet()
            let reset = try await polar.client().webhooks.resetWebhookEndpointSecret(id: endpoint.id)
            polar.emit(body: Self.body)
            try await polar.quiet()
            #expect(throws: Never.self) { try target.requests[0].verify(SigningKey(utf8: old)) }
            #expect(throws: Never.self) { try target.requests[1].verify(SigningKey(base64: reset.secret.text)) }
            #expect(reset.usesStandardWebhookSignature == true)
        }
    }

    @Test func `tries ten times, with waits that double`() async throws {
        let waits = Mutex<[Duration]>([])
        let options = SimulatorOptions(rateLimit: 10_000, sleep: { wait in waits.withLock { $0.append(wait) } })
        try await withTarget(Array(repeating: 500, count: 10), options) { polar, target, url in
            polar.addEndpoint(url: url)
            polar.emit(body: Self.body)
            try await polar.quiet()
            #expect(target.requests.count == 10)
            #expect(polar.events.map(\.succeeded) == [false])
            let bounds = [4.0...8, 8...16, 16...32, 32...64, 64...128, 128...256, 256...512, 512...1_024, 600...1_200]
            let seconds = waits.withLock { $0.map { $0 / .seconds(1) } }
            #expect(seconds.count == 9)
            for (wait, range) in zip(seconds, bounds) { #expect(range.contains(wait)) }
        }
    }

    @Test func `disables an endpoint after ten failures in a row, and makes no events for it`() async throws {
        try await withTarget([]) { polar, _, url in
            let endpoint = polar.addEndpoint(url: url)
            for _ in 0..<9 { polar.emit(body: Self.body) }
            try await polar.quiet()
            #expect(polar.endpoints[0].isEnabled)
            polar.emit(body: Self.body)
            try await polar.quiet()
            #expect(!polar.endpoints[0].isEnabled)
            #expect(polar.emit(body: Self.body).isEmpty)
            let client = try polar.client()
            _ = try await client.webhooks.updateWebhookEndpoint(id: endpoint.id, PolarEndpointUpdate(isEnabled: true))
            #expect(polar.endpoints[0].isEnabled)
            #expect(polar.events.count == 10)
        }
    }

    @Test func `sends an event again on request, the same bytes with a new signature`() async throws {
        try await withTarget(Array(repeating: 500, count: 10) + [204]) { polar, target, url in
            polar.addEndpoint(url: url)
            let ids = polar.emit(body: Self.body)
            try await polar.quiet()
            try await polar.client().webhooks.redeliverWebhookEvent(id: try #require(ids.first))
            try await polar.quiet()
            #expect(target.requests.count == 11)
            #expect(target.requests[10].body == target.requests[0].body)
            #expect(target.requests[10].headers["webhook-id"] == target.requests[0].headers["webhook-id"])
            #expect(polar.events.map(\.succeeded) == [true])
        }
    }

    @Test func `sends the first attempts of events in their order`() async throws {
        try await withTarget(Array(repeating: 204, count: 50)) { polar, target, url in
            polar.addEndpoint(url: url)
            let ids = (0..<50).flatMap { _ in polar.emit(body: Self.body) }
            try await polar.quiet()
            #expect(target.requests.compactMap { $0.headers["webhook-id"] } == ids)
        }
    }

    @Test func `lists attempts by what is asked for`() async throws {
        try await withTarget([500, 204, 204]) { polar, _, url in
            let endpoint = polar.addEndpoint(url: url)
            polar.emit(body: Self.body)
            try await polar.quiet()
            polar.emit(body: Self.body.replacing("order.paid", with: "order.created"))
            try await polar.quiet()
            let webhooks = try polar.client().webhooks
            var query = PolarDeliveryQuery()
            #expect(try await webhooks.listWebhookDeliveries(query).totalCount == 3)
            query.succeeded = false
            #expect(try await webhooks.listWebhookDeliveries(query).items.map(\.httpCode) == [500])
            query = PolarDeliveryQuery()
            query.eventType = ["order.created"]
            query.endpointID = [endpoint.id]
            query.httpCodeClass = "2xx"
            #expect(try await webhooks.listWebhookDeliveries(query).items.map(\.event.type) == ["order.created"])
            query.end = Date(timeIntervalSinceNow: -3_600)
            #expect(try await webhooks.listWebhookDeliveries(query).items.isEmpty)
            let page = try await webhooks.listWebhookDeliveries(page: 2, limit: 2)
            #expect(page.items.count == 1)
            #expect(page.maxPage == 2)
        }
    }

    @Test func `says when a token has asked too often, or must not ask`() async throws {
        try await withTarget([], SimulatorOptions(rateLimit: 2)) { polar, _, _ in
            let weak = try polar.client(token: polar.addAccessToken(scopes: ["customers:read"]))
            await #expect(throws: PolarError.self) { try await weak.webhooks.listWebhookEndpoints() }
            let client = try polar.client()
            for _ in 0..<2 { _ = try await client.webhooks.listWebhookEndpoints() }
            let error = await #expect(throws: PolarError.self) { try await client.webhooks.listWebhookEndpoints() }
            guard case .rateLimited(let wait?) = error else { return #expect(error == nil, "no rate limit") }
            #expect((.seconds(1)...(.seconds(60))).contains(wait))
        }
    }

    @Test func `takes events of programs, and none of a page of another site`() async throws {
        try await withTarget([]) { polar, _, _ in
            let json = ("content-type", "application/json")
            let port = try #require(URL(string: polar.url)?.port)
            let client = SocketClient(port: port, patience: .seconds(60))
            let attempts: [([(String, String)], Int)] = [
                ([("content-type", "text/plain")], 415), ([("content-type", "application/x-www-form-urlencoded")], 415),
                ([json, ("origin", "https://elsewhere.example")], 403), ([json, ("origin", "null")], 403),
                ([("content-type", "Application/JSON; charset=utf-8")], 201), ([json, ("origin", polar.url)], 201),
            ]
            for (fields, status) in attempts {
                let standard = [
                    ("host", "127.0.0.1:\(port)"), ("connection", "close"),
                    ("content-length", "\(Self.body.utf8.count)"),
                ]
                let lines = (standard + fields).map { "\($0): \($1)\r\n" }.joined()
                let request = "POST /simulator/events HTTP/1.1\r\n\(lines)\r\n\(Self.body)"
                let answer = String(decoding: try client.exchange(Array(request.utf8)), as: UTF8.self)
                #expect(answer.hasPrefix("HTTP/1.1 \(status) "), "\(fields)")
            }
        }
    }
}
