import Foundation
import Logging
import PolarReceiver
import StandardWebhooks
import Testing

@testable import PolarHandlers

/// What arrives at the target.
@Suite(.timeLimit(.minutes(6)))
struct ForwardHandlerTests {
    static let secret = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="

    private func handler(_ peer: ForwardPeer, _ path: String, _ options: [String: String]) throws -> ForwardHandler {
        let url = try peer.url(path).absoluteString
        return try ForwardHandler(HandlerOptions(id: "shop", options.merging(["url": url]) { own, _ in own }))
    }

    @Test func `sends the exact bytes, signed anew for each attempt`() async throws {
        let peer = try await ForwardPeer()
        let handler = try handler(peer, "takes?key=a%20b", ["secret": Self.secret])
        try await handler.running {
            try await handler.forward(.sample())
            try await handler.forward(.sample(attempt: 3))
        }
        let requests = try await peer.requests(2)
        let verifier = try MessageVerifier(keys: [.hmacSHA256(SigningKey(base64: Self.secret))])
        for (request, attempt) in zip(requests, [1, 3]) {
            #expect(request.method == "POST")
            #expect(request.path == "/takes")
            #expect(Array(request.body) == Delivery.sampleBody)
            let headers = request.headers.map { (name: $0.key, value: $0.value) }
            #expect(throws: Never.self) {
                try verifier.verify(
                    headers: headers,
                    body: Delivery.sampleBody,
                    now: Int64(Date().timeIntervalSince1970)
                )
            }
            var rest = request.headers
            for name in ["webhook-signature", "webhook-timestamp", "host"] { rest[name] = nil }
            #expect(
                rest == [
                    "content-type": "application/json", "content-length": "\(Delivery.sampleBody.count)",
                    "user-agent": "polar-receiver", "webhook-api-version": "2026-10",
                    "webhook-id": "5f1d7a3e-9c7b-4e0a-8f5d-2b6c1a0e4d3f",
                    "idempotency-key": "5f1d7a3e-9c7b-4e0a-8f5d-2b6c1a0e4d3f/shop",
                    "x-polar-receiver-attempt": "\(attempt)",
                ]
            )
        }
    }

    @Test func `gives a replay as new an id of its own`() async throws {
        let peer = try await ForwardPeer()
        let handler = try handler(peer, "takes", ["secret": Self.secret])
        try await handler.running { try await handler.forward(.sample("a", generation: 2)) }
        let headers = try #require(try await peer.requests(1).first).headers
        #expect(headers["webhook-id"] == "a/2")
        #expect(headers["idempotency-key"] == "a/shop/2")
    }

    /// What a target must not take for the same message, though one looks like the replay of the other.
    @Test func `gives different deliveries different ids, whatever the sender's are`() throws {
        let signer = try MessageSigner(key: SigningKey(base64: Self.secret))
        let long = String(repeating: "x", count: 256)
        let ids = [
            "a", "a/", "a/0", "a/1", "a/1/0", "a/1/1", "a.1", "a.2", "Zoë", long, long + "x", "sha256-a", "sha256-a/0",
        ]
        let deliveries = ids.flatMap { id in (0...2).map { Delivery.sample(id, generation: $0) } }
        let sent = try deliveries.map { delivery in
            try #require(try ForwardHeaders(delivery, .own(signer)).fields.first { $0.0 == "webhook-id" }).1
        }
        #expect(Set(sent).count == sent.count)
        #expect(sent.allSatisfy { MessageID.isValid($0) })
        #expect(sent[0] == "a")
    }

    @Test func `passes Polar's signature on, old as it may be`() async throws {
        let peer = try await ForwardPeer()
        let handler = try handler(peer, "takes", ["signature": "polar"])
        let received = [
            ("webhook-timestamp", "1795428000"), ("webhook-signature", "v1,c2lnbmF0dXJl"), ("user-agent", "Polar"),
            ("webhook-api-version", "2026-04"), ("traceparent", "00-1-2-00"),
        ].map { MessageHeader(name: $0.0, value: $0.1) }
        try await handler.running {
            try await handler.forward(.sample("a", headers: received, attempt: 2, generation: 1))
        }
        let headers = try #require(try await peer.requests(1).first).headers
        #expect(headers["webhook-id"] == "a")
        #expect(headers["webhook-timestamp"] == "1795428000")
        #expect(headers["webhook-signature"] == "v1,c2lnbmF0dXJl")
        #expect(headers["user-agent"] == "polar-receiver")
        #expect(headers["traceparent"] == nil)
        #expect(headers["idempotency-key"] == "a/shop/1")
        let bare = await outcome { try await handler.forward(.sample("a")) }
        #expect(bare == .permanent("Polar's signature was not kept with the message, so it cannot be passed on"))
        #expect(peer.requests.count == 1)
    }

    @Test(arguments: ["2026-10\r\nx-injected: 1", "\u{0}", "ü", "\u{7F}", String(repeating: "1", count: 65)])
    func `leaves out a version that no header field can have`(version: String) async throws {
        let peer = try await ForwardPeer()
        let handler = try handler(peer, "takes", ["secret": Self.secret])
        let body = Array(
            #"{"type":"order.paid","api_version":"\#(version.unicodeScalars.map { String(format: "\\u%04x", $0.value) }.joined())","data":{}}"#
                .utf8
        )
        let delivery = Delivery(
            of: WebhookEvent(id: "a", body: body),
            to: "shop",
            deadline: .now + .seconds(300),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        )
        try await handler.running { try await handler.forward(delivery) }
        let request = try #require(try await peer.requests(1).first)
        #expect(Array(request.body) == body)
        #expect(request.headers["webhook-api-version"] == nil)
        #expect(request.headers["x-injected"] == nil)
    }

    @Test(arguments: ["a\r\nx-injected: 1", "a\nb", "a\u{0}", "ä"])
    func `sends a message whose id no header field can have under its digest`(id: String) async throws {
        let peer = try await ForwardPeer()
        let handler = try handler(peer, "takes", ["secret": Self.secret])
        try await handler.running { try await handler.forward(.sample(id)) }
        let request = try #require(try await peer.requests(1).first)
        for name in ["webhook-id", "idempotency-key"] { #expect(request.headers[name]?.hasPrefix("sha256-") == true) }
        #expect(request.headers["x-injected"] == nil)
    }

    @Test func `uses a connection again`() async throws {
        let peer = try await ForwardPeer()
        let signer = try MessageSigner(key: SigningKey(base64: Self.secret))
        var settings = ForwardSettings(target: ForwardTarget(try peer.url("takes")), signature: .own(signer))
        settings.idleTime = .seconds(300)
        let handler = ForwardHandler(id: "shop", settings)
        try await handler.running { for _ in 1...5 { try await handler.forward(.sample()) } }
        #expect(Set(try await peer.requests(5).map(\.connection)).count == 1)
    }

    @Test func `goes on when the target closes connections that may be used again`() async throws {
        let peer = try await ForwardPeer()
        let handler = try handler(peer, "closes", ["secret": Self.secret])
        var taken = 0
        try await handler.running {
            while taken < 20 {
                switch await outcome({ try await handler.forward(.sample()) }) {
                case .taken: taken += 1
                case .retried(let reason, after: nil):
                    #expect(reason.contains("closed the connection") || reason.contains("reset"), "\(reason)")
                case let other: Issue.record("\(other)")
                }
            }
        }
        #expect(try await peer.requests(20).count >= 20)
    }

    @Test func `is like any other module to the receiver`() throws {
        let section = HandlerOptions(
            id: "shop",
            [
                "url": "https://shop.example.com/hooks", "secret": Self.secret, "concurrency": "3", "retry_base": "1",
                "retry_max": "60",
            ]
        )
        let handler = try ForwardHandler(section)
        #expect(handler.id == "shop")
        #expect(handler.ordering == .bySubject)
        #expect(handler.concurrencyLimit == 3)
        #expect(handler.timeout == .seconds(30))
        #expect(
            handler.retryPolicy
                == RetryPolicy(maximumAttempts: 20, baseDelay: .seconds(1), maximumDelay: .seconds(60))
        )
    }

    @Test func `may be stopped before it was started, and started twice`() async throws {
        let handler = try ForwardHandler(
            HandlerOptions(id: "shop", ["url": "http://a.example/", "secret": Self.secret])
        )
        await handler.stop()
        let early = await outcome { try await handler.forward(.sample()) }
        #expect(early == .retried("a.example did not take the event: the module is not started", after: nil))
        try await handler.start(logger: Delivery.sample().logger)
        try await handler.start(logger: Delivery.sample().logger)
        await handler.stop()
    }
}
