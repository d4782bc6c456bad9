import Foundation
import PolarReceiverTesting
import StandardWebhooks
import Testing

struct SignedRequestTests {
    private let date = Date(timeIntervalSince1970: 1_795_428_000.75)
    private let secret = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="

    @Test func `has the headers that Polar sends, and the event's bytes`() throws {
        let event = WebhookEvent.sample(.orderPaid, id: "m1")
        let request = try SignedRequest(event, secret: secret, at: date)
        #expect(request.body == event.body)
        #expect(request.headers["webhook-id"] == "m1")
        #expect(request.headers["webhook-timestamp"] == "1795428000")
        #expect(request.headers["webhook-api-version"] == "2026-10")
        #expect(request.headers["content-type"] == "application/json")
        #expect(request.headers["user-agent"] == "polar.sh webhooks")
        #expect(request.headers["webhook-signature"]?.hasPrefix("v1,") == true)
        #expect(request.headers.count == 6)
    }

    @Test func `is signed with the decoded secret, or with its text where it is not base64`() throws {
        let event = WebhookEvent.sample(.orderPaid)
        let decoded = try SigningKey(base64: secret)
        try verify(SignedRequest(event, secret: secret, at: date), with: decoded)
        let text = "an old secret, not base64"
        try verify(SignedRequest(event, secret: text, at: date), with: SigningKey(utf8: text))
    }

    @Test func `no longer verifies when the body is changed`() throws {
        var request = try SignedRequest(.sample(.orderPaid), secret: secret, at: date)
        request.body.removeLast()
        #expect(throws: VerificationError.self) { try verify(request, with: SigningKey(base64: secret)) }
    }

    @Test func `leaves out the version of an event that has none`() throws {
        let request = try SignedRequest(WebhookEvent(id: "m1", body: Array("{}".utf8)), secret: secret, at: date)
        #expect(request.headers["webhook-api-version"] == nil)
    }

    @Test func `refuses an empty secret`() {
        #expect(throws: KeyError.empty) { try SignedRequest(.sample(.orderPaid), secret: "") }
    }

    @Test func `is signed now unless told otherwise`() throws {
        let before = Date().timeIntervalSince1970.rounded(.down)
        let request = try SignedRequest(.sample(.orderPaid), secret: secret)
        let seconds = try #require(request.headers["webhook-timestamp"].flatMap(Double.init))
        #expect((before...Date().timeIntervalSince1970).contains(seconds))
    }

    private func verify(_ request: SignedRequest, with key: SigningKey) throws {
        let verifier = try MessageVerifier(keys: [.hmacSHA256(key)], tolerance: .seconds(300))
        let id = Array(request.headers["webhook-id", default: ""].utf8)
        let timestamp = Array(request.headers["webhook-timestamp", default: ""].utf8)
        let signature = Array(request.headers["webhook-signature", default: ""].utf8)
        _ = try verifier.verify(
            id: id.span.bytes,
            timestamp: timestamp.span.bytes,
            signature: signature.span.bytes,
            body: request.body.span.bytes,
            now: Int64(date.timeIntervalSince1970)
        )
    }
}
