import Foundation
import PolarReceiver
import PolarReceiverTesting
import StandardWebhooks

/// A message as it goes over the wire; a test can spoil each part.
struct SignedMessage {
    var headers: [(name: String, value: String)]
    var body: [UInt8]

    init(_ id: String, body: [UInt8], timestamp: Int64, signer: MessageSigner) throws {
        headers = try signer.headers(id: id, timestamp: timestamp, body: body)
        self.body = body
    }
}

extension Bench {
    /// A message signed now, with the bench's secret.
    func signed(_ id: String, body: String = #"{"type":"order.paid","data":{"id":"1"}}"#) throws -> SignedMessage {
        try signed(id, bytes: Array(body.utf8))
    }

    func signed(_ id: String, bytes: [UInt8], secondsLater: Int64 = 0) throws -> SignedMessage {
        try SignedMessage(
            id,
            body: bytes,
            timestamp: Int64(clock.now.timeIntervalSince1970) + secondsLater,
            signer: MessageSigner(key: SigningKey(base64: Self.secret))
        )
    }
}
