import EventStore
import Foundation
import Logging
import PolarReceiver
import PolarReceiverTesting
import StandardWebhooks
import Testing

/// The answers of an endpoint, through a real socket.
struct EndpointTests {
    @Test func `accepts a message, and knows it again`() async throws {
        let bench = try Bench([TestModule()])
        try await bench.serve { client in
            let message = try bench.signed("a")
            let first = try await client.post(message)
            #expect(first.status == 202)
            #expect(first.body == #"{"result":"accepted"}"#)
            #expect(first.fields["content-type"] == "application/json")
            #expect(try await client.post(message).body == #"{"result":"duplicate"}"#)
            #expect(try await client.post(message, path: "/webhooks/polar/").body == #"{"result":"duplicate"}"#)
        }
        #expect(try await bench.store.messages(limit: 10).count == 1)
    }

    @Test func `runs dead letters again when the message comes again`() async throws {
        let module = TestModule("shop") { _, delivery in
            if delivery.receivedAt == delivery.receivedAt { throw HandlerError.permanent("no") }
        }
        let bench = try Bench([module])
        try await bench.run {
            try await bench.serve { client in
                _ = try await client.post(bench.signed("a"))
                try await bench.wait(for: "a", handler: "shop") { $0.state == .dead }
                #expect(
                    try await client.post(bench.signed("a")).body == #"{"result":"retrying","handlers":["shop"]}"#
                )
                try await eventually { module.attempts == ["a#1", "a#1"] }
            }
        }
    }

    @Test(arguments: [DuplicateRule.id, .idOrBody])
    func `takes the same body at another endpoint as the rule says`(rule: DuplicateRule) async throws {
        let bench = try Bench([TestModule()], duplicates: rule)
        try await bench.serve { client in
            let message = try bench.signed("a")
            let digest = rule == .id ? nil : contentDigest(of: message.body.span.bytes)
            let elsewhere = bench.message("other", at: "second endpoint", body: message.body, digest: digest)
            _ = try await bench.store.append(elsewhere)
            let expected = rule == .id ? "accepted" : "duplicate"
            #expect(try await client.post(message).body == #"{"result":"\#(expected)"}"#)
            // Two events can look alike at one endpoint.
            for id in ["b", "c"] {
                let next = try bench.signed(id, body: #"{"type":"order.paid"}"#)
                #expect(try await client.post(next).body == #"{"result":"accepted"}"#)
            }
        }
    }

    @Test func `keeps everything of a message exactly`() async throws {
        let bench = try Bench([TestModule()])
        let body =
            #"{"type":"order.paid","timestamp":"2026-11-23T10:00:00.123456Z","api_version":"2026-10","data":{"customer_id":"c"}}"#
        try await bench.serve { client in
            var message = try bench.signed("a", body: body)
            message.headers.append((name: "Webhook-Api-Version", value: "2026-10"))
            message.headers.append((name: "Authorization", value: "Bearer secret"))
            #expect(try await client.post(message).status == 202)
        }
        let record = try #require(try await bench.store.messages(limit: 1).first)
        #expect(try await bench.store.body(ofMessage: record.row) == Array(body.utf8))
        let message = record.message
        #expect(message.type == "order.paid")
        #expect(message.timestamp == Date(timeIntervalSince1970: 1_795_428_000.123456))
        #expect(message.apiVersion == "2026-10")
        #expect(message.subject == "customer:c")
        #expect(message.receivedAt == bench.clock.now)
        #expect(record.deliveries.map(\.handler) == ["test"])
        #expect(Set(message.headers.map(\.name)) == ["webhook-timestamp", "webhook-signature", "webhook-api-version"])
    }

    @Test(
        arguments: [
            Array(#"{"type":"order.shipped","data":{}}"#.utf8), Array("[1]".utf8), Array("null".utf8),
            Array("no JSON".utf8), [],
            Array(#"{"content": "", "embeds": []}"#.utf8), [0xFF, 0x00, 0xFE],
            Array(#"{"type":"order.paid","data":"#.utf8),
        ] as [[UInt8]]
    )
    func `stores whatever is signed`(body: [UInt8]) async throws {
        let bench = try Bench([TestModule()])
        try await bench.serve { client in
            let answer = try await client.post(bench.signed("a", bytes: body))
            #expect(answer.body == #"{"result":"accepted"}"#)
        }
        let record = try #require(try await bench.store.messages(limit: 1).first)
        #expect(try await bench.store.body(ofMessage: record.row) == body)
        #expect(record.deliveries.map(\.handler) == ["test"])
    }

    @Test(arguments: [262_144, 262_144 + 1, 5_242_880])
    func `takes a long message, and refuses one that is forged`(length: Int) async throws {
        let bench = try Bench([TestModule()])
        var message = try bench.signed("a", bytes: [UInt8](repeating: 32, count: length))
        try await bench.serve { client in
            let taken = try await client.post(message)
            #expect(taken.body == #"{"result":"accepted"}"#)
            message.body[length / 2] = 33
            #expect(try await client.post(message).body == #"{"error":"signature_mismatch"}"#)
        }
        #expect(bench.log.lines.filter { $0.message == "Accepted message" }.count == 1)
    }

    private static func dropping(_ name: String) -> @Sendable (inout SignedMessage) -> Void {
        { $0.headers.removeAll { $0.name == name } }
    }

    private static func replacing(_ name: String, _ value: String) -> @Sendable (inout SignedMessage) -> Void {
        { message in message.headers = message.headers.map { $0.name == name ? (name, value) : $0 } }
    }

    private static func doubling(_ name: String) -> @Sendable (inout SignedMessage) -> Void {
        { message in message.headers += message.headers.filter { $0.name == name } }
    }

    private static let refusals: [(String, @Sendable (inout SignedMessage) -> Void)] = [
        (#"{"error":"missing_header","header":"webhook-id"}"#, dropping("webhook-id")),
        (#"{"error":"missing_header","header":"webhook-timestamp"}"#, dropping("webhook-timestamp")),
        (#"{"error":"missing_header","header":"webhook-signature"}"#, dropping("webhook-signature")),
        (#"{"error":"missing_header","header":"webhook-id"}"#, replacing("webhook-id", "")),
        (#"{"error":"missing_header","header":"webhook-timestamp"}"#, replacing("webhook-timestamp", "")),
        (#"{"error":"missing_header","header":"webhook-signature"}"#, replacing("webhook-signature", " ")),
        (#"{"error":"malformed_header","header":"webhook-id"}"#, doubling("webhook-id")),
        (#"{"error":"malformed_header","header":"webhook-timestamp"}"#, doubling("webhook-timestamp")),
        (#"{"error":"malformed_header","header":"webhook-signature"}"#, doubling("webhook-signature")),
        (#"{"error":"malformed_header","header":"webhook-id"}"#, replacing("webhook-id", "a.b")),
        (#"{"error":"malformed_header","header":"webhook-id"}"#, replacing("webhook-id", "a b")),
        (#"{"error":"malformed_header","header":"webhook-id"}"#, replacing("webhook-id", "Zoë")),
        (
            #"{"error":"malformed_header","header":"webhook-id"}"#,
            replacing("webhook-id", String(repeating: "a", count: 257))
        ),
        (#"{"error":"malformed_timestamp"}"#, replacing("webhook-timestamp", "1.5")),
        (#"{"error":"malformed_timestamp"}"#, replacing("webhook-timestamp", "99999999999999999999")),
        (#"{"error":"timestamp_too_old","skew_seconds":301}"#, replacing("webhook-timestamp", "1795427699")),
        (#"{"error":"timestamp_too_new","skew_seconds":301}"#, replacing("webhook-timestamp", "1795428301")),
        (#"{"error":"signature_mismatch"}"#, replacing("webhook-timestamp", "1795428001")),
        (#"{"error":"signature_mismatch"}"#, replacing("webhook-id", "b")),
        (#"{"error":"signature_mismatch"}"#, replacing("webhook-signature", "v1,AAAA")),
        (#"{"error":"signature_mismatch"}"#, { $0.body.append(32) }),
    ]

    @Test(arguments: refusals.indices) func `refuses what does not verify, with the reason`(index: Int) async throws {
        let bench = try Bench([TestModule()])
        var message = try bench.signed("a")
        Self.refusals[index].1(&message)
        try await bench.serve { client in
            let answer = try await client.post(message)
            #expect(answer.status == 403)
            #expect(answer.body == Self.refusals[index].0)
        }
        #expect(try await bench.store.messages(limit: 1).isEmpty)
        #expect(bench.log.lines.filter { $0.level == .warning }.count == 1)
    }

    @Test(arguments: [-300, 300]) func `accepts a clock that is off by the tolerance`(skew: Int64) async throws {
        let bench = try Bench([TestModule()])
        let message = try bench.signed("a", bytes: [], secondsLater: skew)
        try await bench.serve { client in
            let answer = try await client.post(message)
            #expect(answer.status == 202)
        }
    }

    @Test func `accepts header names in any case`() async throws {
        let bench = try Bench([TestModule()])
        var message = try bench.signed("a")
        message.headers = message.headers.map { (name: $0.name.uppercased(), value: $0.value) }
        try await bench.serve { client in
            let answer = try await client.post(message)
            #expect(answer.status == 202)
        }
    }

    /// Signed by the reference library with a secret of each of Polar's three shapes.
    @Test(arguments: [
        ("polar_whs_Ab3dEf6hIj9lMn2pQr5tUv8xYz1BcD4fGh7Jk2AKXzE", "v1,0w0PoqD3hqQkBFJB8HLK0yY2ugIXaMj8RXLOuZt5dwo="),
        ("whsec_Ab3dEf6hIj9lMn2pQr5tUv8xYz1BcD4fGh7Jk2AKXzE", "v1,eTz416qSL0/6ePdgxVMrAFnNex0AX/f3WOXiBjEmmGw="),
        ("whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=", "v1,AQfLSgANF8XXv1kkPiSvNCAFsBOb7qRS7qw04Qu7T9M="),
    ])
    func `accepts both of Polar's key rules, whichever secret it is`(secret: String, signature: String) async throws {
        let bench = try Bench([TestModule()], secrets: ["an older secret, retired", secret])
        let body =
            #"{"type":"customer.updated","timestamp":"2026-11-23T10:00:00.123456Z","api_version":"2026-10","data":{"name":"Zoë"}}"#
        var message = try bench.signed("5f1d7a3e-9c7b-4e0a-8f5d-2b6c1a0e4d3f", body: body)
        Self.replacing("webhook-signature", signature)(&message)
        try await bench.serve { client in
            let answer = try await client.post(message)
            #expect(answer.status == 202)
        }
        let entry = bench.log.lines.first { $0.message == "Accepted message" }
        #expect(entry?.metadata["secret.index"] == "1")
        #expect(entry?.metadata["secret.rule"] == (secret.hasSuffix("=") ? "base64" : "text"))
    }

    @Test func `accepts a signature by a public key`() async throws {
        let seed = [UInt8](repeating: 7, count: 32)
        // The public half of that seed, by RFC 8032.
        let bench = try Bench([TestModule()], secrets: ["whpk_6kpsY+KcUgq+9VB7Ey7F+ZVHdq6+vnuSQh7qaRRG0iw="])
        let signer = try MessageSigner(key: Ed25519PrivateKey(bytes: seed))
        let timestamp = Int64(bench.clock.now.timeIntervalSince1970)
        let message = try SignedMessage("a", body: [1], timestamp: timestamp, signer: signer)
        try await bench.serve { client in
            let answer = try await client.post(message)
            #expect(answer.status == 202)
        }
    }

    @Test func `asks to come again while nothing can be stored`() async throws {
        let bench = try Bench([TestModule()], store: FailingStore(["append": 1]))
        try await bench.serve { client in
            let answer = try await client.post(bench.signed("a"))
            #expect(answer.status == 503)
            #expect(answer.body == #"{"error":"unavailable"}"#)
            #expect(answer.fields["retry-after"] == "5")
            #expect(try await client.post(bench.signed("a")).body == #"{"result":"accepted"}"#)
        }
        #expect(bench.log.lines.contains { $0.level == .error && $0.metadata["error.type"] == "disk_full" })
    }

    @Test func `asks to come again while it drains`() async throws {
        let bench = try Bench([TestModule()])
        try await bench.serve { client in
            bench.receiver.stop(grace: .seconds(1))
            let answer = try await client.post(bench.signed("a"))
            #expect(answer.status == 503)
        }
    }

    @Test func `says in the log that a full disk is the cause, whatever else is refused`() async throws {
        let bench = try Bench([TestModule()], store: FailingStore(["append": 1]))
        try await bench.serve { client in
            var wrong = try bench.signed("a")
            wrong.body.append(32)
            _ = try await client.post(wrong)
            _ = try await client.post(bench.signed("a"))
        }
        #expect(bench.log.lines.contains { $0.level == .error && $0.metadata["error.type"] == "disk_full" })
    }

    @Test func `never logs a body, a signature or a secret`() async throws {
        let bench = try Bench([TestModule()])
        try await bench.serve { client in
            var message = try bench.signed("a", body: #"{"type":"order.paid","data":{"email":"zoe@example.com"}}"#)
            _ = try await client.post(message)
            message.body.append(32)
            _ = try await client.post(message)
            for header in message.headers where header.name == "webhook-signature" {
                #expect(!bench.log.text.contains(header.value))
            }
        }
        #expect(!bench.log.text.contains("example.com"))
        #expect(!bench.log.text.contains(Bench.secret.dropFirst(6)))
    }

    @Test func `answers other methods and paths`() async throws {
        let bench = try Bench([TestModule()])
        try await bench.serve { client in
            let method = try await client.send("GET", "/webhooks/polar")
            #expect(method.status == 405)
            #expect(method.fields["allow"] == "POST")
            let page = try await client.send("DELETE", "/healthz")
            #expect(page.status == 405)
            #expect(page.fields["allow"] == "GET, HEAD")
            for path in ["/", "/webhooks", "/webhooks/polar/x", "/webhooks/polar//", "/Webhooks/polar"] {
                #expect(try await client.send("GET", path).status == 404, "\(path)")
            }
        }
    }
}
