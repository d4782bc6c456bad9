public import Foundation
public import PolarEvents
import StandardWebhooks

/// An event as one signed HTTP request, to test a deployment: POST the body with the headers to its endpoint.
///
/// Both parts can be changed, to see what the deployment refuses.
public struct SignedRequest: Hashable, Sendable {
    /// The header fields by their names in lower case, as Polar sends them, but for those of the connection.
    public var headers: [String: String]

    /// The bytes that are signed.
    public var body: [UInt8]

    /// Signs an event.
    ///
    /// - Parameters:
    ///   - event: its id becomes the `webhook-id`.
    ///   - secret: the secret of the endpoint; its base64 part is the key, or all of it where that is no base64.
    ///   - date: when the message is said to be sent; a receiver refuses one that is far from its own clock.
    /// - Throws: a sentence when the secret is empty.
    public init(_ event: WebhookEvent, secret: String, at date: Date = Date()) throws {
        // What is no base64 secret is taken as it is, the other rule by which Polar makes a key.
        let key = try (try? SigningKey(base64: secret)) ?? SigningKey(utf8: secret)
        let signed = try MessageSigner(key: key).headers(
            id: event.id,
            timestamp: Int64(exactly: date.timeIntervalSince1970.rounded(.down)) ?? 0,
            body: event.body
        )
        headers = ["content-type": "application/json", "user-agent": "polar.sh webhooks"]
        headers["webhook-api-version"] = event.apiVersion
        for field in signed { headers[field.name] = field.value }
        body = event.body
    }

    /// The request as it goes over a connection, which ends with it.
    func bytes(path: String) -> [UInt8] {
        let fields = headers.map { "\($0): \($1)\r\n" }.sorted().joined()
        let head = "POST \(path) HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\ncontent-length: \(body.count)\r\n"
        return Array("\(head)\(fields)\r\n".utf8) + body
    }
}
