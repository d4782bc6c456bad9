import Foundation
import HTTPWire
import Logging
import PolarAPI
import Synchronization
import Testing

/// What goes over the wire, and what becomes of the answers.
struct RequestTests {
    private static let endpoint = """
        {"id":"e","created_at":"2026-11-01T10:00:00.123456Z","modified_at":null,"url":"https://shop.example/hook",\
        "name":null,"format":"raw","secret":"whsec_abc","organization_id":"o","events":["order.paid"],"enabled":true,\
        "api_version":"2026-10","uses_standard_webhook_signature":true,"new":[1]}
        """
    private static let noContent = Response(status: 204, contentType: nil, body: [])
    private static let page = #"{"items":[],"pagination":{"total_count":0,"max_page":0}}"#

    private static func client(_ server: PolarServer, waits: Waits? = nil) throws -> PolarClient {
        PolarClient(
            server: server,
            token: FixedAccessToken(try AccessToken("polar_oat_secret")),
            retries: RequestRetries(sleep: { wait in waits?.add(wait) }, jitter: { 0.5 }),
            logger: .silent
        )
    }

    @Test func `asks as Polar's API wants to be asked`() async throws {
        let endpoint = Response.json(200, Self.endpoint)
        let replies = [
            Response.json(200, Self.page), Response.json(201, Self.endpoint), endpoint, endpoint,
            endpoint, Self.noContent, Response.json(202, "null"),
            Response.json(200, Self.page),
        ]
        try await withScriptedPolar(replies) { polar, server in
            let webhooks = try Self.client(server).webhooks
            _ = try await webhooks.listWebhookEndpoints(organizationID: ["a", "b"], page: 2, limit: 5)
            let made = try await webhooks.createWebhookEndpoint(
                PolarEndpointCreate(url: "https://shop.example/hook", events: ["order.paid"], name: "Shop")
            )
            #expect(made.secret.text == "whsec_abc")
            #expect(made.usesStandardWebhookSignature == true)
            _ = try await webhooks.getWebhookEndpoint(id: "a/b")
            _ = try await webhooks.updateWebhookEndpoint(id: "e", PolarEndpointUpdate(isEnabled: true))
            _ = try await webhooks.resetWebhookEndpointSecret(id: "e")
            try await webhooks.deleteWebhookEndpoint(id: "e")
            try await webhooks.redeliverWebhookEvent(id: "w")
            var query = PolarDeliveryQuery()
            query.endpointID = ["e"]
            query.start = Date(timeIntervalSince1970: 1_795_428_000)
            query.succeeded = false
            query.query = "a b+c"
            query.eventType = ["order.paid", "order.created"]
            _ = try await webhooks.listWebhookDeliveries(query)
            #expect(
                polar.requests.map(\.line) == [
                    "GET /v1/webhooks/endpoints?organization_id=a&organization_id=b&page=2&limit=5",
                    "POST /v1/webhooks/endpoints", "GET /v1/webhooks/endpoints/a%2Fb",
                    "PATCH /v1/webhooks/endpoints/e", "PATCH /v1/webhooks/endpoints/e/secret",
                    "DELETE /v1/webhooks/endpoints/e", "POST /v1/webhooks/events/w/redeliver",
                    """
                    GET /v1/webhooks/deliveries?endpoint_id=e&start_timestamp=2026-11-23T10%3A00%3A00.000Z\
                    &succeeded=false&query=a%20b%2Bc&event_type=order.paid&event_type=order.created&page=1&limit=100
                    """,
                ]
            )
            #expect(
                polar.requests[1].body
                    == #"{"events":["order.paid"],"format":"raw","name":"Shop","url":"https://shop.example/hook"}"#
            )
            #expect(polar.requests[3].body == #"{"enabled":true}"#)
            for request in polar.requests {
                #expect(request.fields["authorization"] == "Bearer polar_oat_secret")
                #expect(request.fields["polar-version"] == "2026-10")
                #expect(request.fields["user-agent"] == "polar-receiver")
            }
        }
    }

    /// A token that Polar does not take any more, and the one in its place.
    private struct ReplacedToken: AccessTokenSource {
        func accessToken() async throws(PolarError) -> AccessToken { try AccessToken("polar_at_old") }

        func replacement(for token: AccessToken) async throws(PolarError) -> AccessToken? {
            try AccessToken("polar_at_new")
        }
    }

    @Test func `asks again with another token, also for a stream`() async throws {
        try await withScriptedPolar { request in
            let isTaken = request.fields["authorization"] == "Bearer polar_at_new"
            return isTaken ? .json(200, Self.page) : .json(401, #"{"error":"invalid_token"}"#)
        } _: { polar, server in
            let client = PolarClient(server: server, token: ReplacedToken(), logger: .silent)
            #expect(try await client.webhooks.listWebhookEndpoints().items.isEmpty)
            var bytes: [UInt8] = []
            try await client.stream("/v1/cli/listen/o") { part throws(PolarError) in
                bytes += part
                return true
            }
            #expect(bytes == Array(Self.page.utf8))
            #expect(polar.requests.count == 4)
        }
    }

    @Test(arguments: [
        (401, #"{"error":"invalid_token","error_description":"x"}"#, "does not take the access token"),
        (403, #"{"error":"insufficient_scope","error_description":"webhooks:read"}"#, "Polar says: webhooks:read"),
        (404, #"{"error":"ResourceNotFound","detail":"Not found"}"#, "does not have what was asked for"),
        (
            422,
            #"{"error":"RequestValidationError","detail":[{"loc":["body","url"],"msg":"bad","type":"t"}]}"#,
            "body.url: bad"
        ),
        (418, "a teapot", "answers 418"), (302, "", "answers 302"),
    ])
    func `says in a sentence what Polar refuses`(status: Int, body: String, sentence: String) async throws {
        let headers = [("Location", "http://127.0.0.1:1/")]
        try await withScriptedPolar([Response.json(status, body, headers: headers)]) { polar, server in
            let webhooks = try Self.client(server).webhooks
            let error = await #expect(throws: PolarError.self) { try await webhooks.getWebhookEndpoint(id: "e") }
            #expect(error?.description.contains(sentence) == true, "\(error.debugDescription)")
            #expect(polar.requests.count == 1)
        }
    }

    @Test func `reads again what could not be read, and never writes twice`() async throws {
        let waits = Waits()
        let replies = [
            Response.json(502, "{}"), Response.json(500, "{}"), Response.json(200, Self.endpoint),
            Response.json(502, "{}"),
        ]
        try await withScriptedPolar(replies) { polar, server in
            let webhooks = try Self.client(server, waits: waits).webhooks
            _ = try await webhooks.getWebhookEndpoint(id: "e")
            #expect(waits.all == [.milliseconds(250), .milliseconds(500)])
            await #expect(throws: PolarError.self) { try await webhooks.resetWebhookEndpointSecret(id: "e") }
            #expect(polar.requests.count == 4)
        }
    }

    @Test func `waits as long as Polar asks, a minute at most`() async throws {
        let waits = Waits()
        let replies = [
            Response.json(429, "", headers: [("Retry-After", "7")]),
            Response.json(429, "", headers: [("Retry-After", "99999999999")]),
            Response.json(429, ""), Self.noContent,
        ]
        try await withScriptedPolar(replies) { polar, server in
            try await Self.client(server, waits: waits).webhooks.deleteWebhookEndpoint(id: "e")
            #expect(waits.all == [.seconds(7), .seconds(60), .seconds(1)])
            #expect(polar.requests.count == 4)
        }
    }

    @Test func `shows no token and no secret`() async throws {
        let token = try AccessToken("polar_oat_secret")
        var dumped = ""
        dump(token, to: &dumped)
        #expect(!"\(token) \(String(reflecting: token)) \(dumped)".contains("secret"))
        let secret = EndpointSecret("whsec_hidden")
        dump(secret, to: &dumped)
        #expect(!"\(secret) \(dumped)".contains("hidden"))
        #expect(throws: PolarError.malformedToken) { try AccessToken("two words") }
        let error = #expect(throws: PolarError.self) { try AccessToken("line\nbreak") }
        #expect(error?.description.contains("break") == false)
    }

    @Test(arguments: ["http://api.polar.sh", "ftp://x", "polar", "https://a/?q", "https://u:p@a"])
    func `speaks to Polar over TLS only`(address: String) {
        #expect(throws: PolarError.self) { try PolarServer(apiURL: address, webURL: "https://polar.sh") }
    }
}

/// The waits of a client, none of which is waited for.
private final class Waits: Sendable {
    private let waits = Mutex<[Duration]>([])

    var all: [Duration] { waits.withLock { $0 } }

    func add(_ wait: Duration) {
        waits.withLock { $0.append(wait) }
    }
}
