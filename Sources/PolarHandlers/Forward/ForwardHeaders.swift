import Foundation
import PolarReceiver
import StandardWebhooks

/// The header fields of one attempt.
struct ForwardHeaders {
    private(set) var fields: [(String, String)]

    /// Signs the message, or takes over how Polar signed it.
    init(_ delivery: Delivery, _ signature: ForwardSignature, now: Date = Date()) throws {
        fields = [
            ("content-type", "application/json"), ("user-agent", "polar-receiver"),
            ("idempotency-key", delivery.idempotencyKey), ("x-polar-receiver-attempt", "\(delivery.attempt)"),
        ]
        let received = delivery.headers
        if let version = delivery.event.apiVersion ?? received.value("webhook-api-version") {
            fields.append(("webhook-api-version", version))
        }
        switch signature {
        case .own(let signer): fields += try Self.signed(delivery, by: signer, now: now)
        case .polar: fields += try Self.passedOn(delivery.webhookID, received)
        }
    }

    private static func signed(
        _ delivery: Delivery,
        by signer: MessageSigner,
        now: Date
    ) throws -> [(String, String)] {
        let seconds = Int64(now.timeIntervalSince1970)
        return try signer.headers(id: messageID(of: delivery), timestamp: seconds, body: delivery.body)
            .map { ($0.name, $0.value) }
    }

    /// Polar's id, or one of its own for a delivery that an operator replays as new: the target must not take it for a
    /// duplicate.
    private static func messageID(of delivery: Delivery) -> String {
        delivery.generation == 0 ? delivery.webhookID : "\(delivery.webhookID)/\(delivery.generation)"
    }

    private static func passedOn(_ id: String, _ received: [MessageHeader]) throws -> [(String, String)] {
        guard let timestamp = received.value(HeaderName.timestamp), let signature = received.value(HeaderName.signature)
        else {
            throw HandlerError.permanent("Polar's signature was not kept with the message, so it cannot be passed on")
        }
        return [(HeaderName.id, id), (HeaderName.timestamp, timestamp), (HeaderName.signature, signature)]
    }
}

extension [MessageHeader] {
    /// The value of the header with this name in lower case.
    fileprivate func value(_ name: String) -> String? {
        first { $0.name == name }?.value
    }
}
