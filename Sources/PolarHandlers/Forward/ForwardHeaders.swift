import Foundation
import HTTPClient
import PolarReceiver
import StandardWebhooks

/// The header fields of one attempt.
struct ForwardHeaders {
    /// Many times what Polar's versions have.
    private static let versionLimit = 64

    private(set) var fields: [(name: String, value: String)]

    /// Signs the message, or takes over how Polar signed it.
    ///
    /// - Throws: ``HandlerError/permanent(_:)`` where the message has a text that no header field can have: every attempt
    ///   would have it.
    init(_ delivery: Delivery, _ signature: ForwardSignature, now: Date = Date()) throws {
        fields = [
            ("content-type", "application/json"), ("user-agent", "polar-receiver"),
            ("idempotency-key", try Self.key(of: delivery)), ("x-polar-receiver-attempt", "\(delivery.attempt)"),
        ]
        let received = delivery.headers
        // The body names the version as well, so a field that cannot be sent is left out.
        if let version = delivery.event.apiVersion ?? received.value("webhook-api-version"),
            version.utf8.count <= Self.versionLimit, ClientRequest.isFieldValue(version)
        {
            fields.append(("webhook-api-version", version))
        }
        switch signature {
        case .own(let signer): fields += try Self.signed(delivery, by: signer, now: now)
        case .polar: fields += try Self.passedOn(delivery.webhookID, received)
        }
        for (name, value) in fields where !ClientRequest.isFieldValue(value) {
            throw HandlerError.permanent("the message has characters that the header \(name) must not have")
        }
    }

    /// The key of the delivery, or its digest where earlier versions took an id that no field can have.
    private static func key(of delivery: Delivery) throws(SigningError) -> String {
        let key = delivery.idempotencyKey
        return ClientRequest.isFieldValue(key) ? key : try MessageID.standIn(for: key)
    }

    private static func signed(
        _ delivery: Delivery,
        by signer: MessageSigner,
        now: Date
    ) throws -> [(name: String, value: String)] {
        let seconds = Int64(now.timeIntervalSince1970)
        return try signer.headers(id: try messageID(of: delivery), timestamp: seconds, body: delivery.body)
            .map { (name: $0.name, value: $0.value) }
    }

    /// The sender's id, or another one for a delivery that an operator replays as new: the target must not take it for a
    /// duplicate.
    ///
    /// No two deliveries get the same id: a sender's id that already ends in `/` and a number gets `/0`. An id that cannot be
    /// signed, as earlier versions took, is replaced by its digest.
    private static func messageID(of delivery: Delivery) throws(SigningError) -> String {
        let id = delivery.webhookID
        let isOwn = delivery.generation > 0 || looksMade(id)
        let text = isOwn ? "\(id)/\(delivery.generation)" : id
        return MessageID.isValid(text) ? text : try MessageID.standIn(for: text)
    }

    private static func looksMade(_ id: String) -> Bool {
        if id.utf8.starts(with: MessageID.standInPrefix.utf8) { return true }
        let parts = id.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard let last = parts.last, parts.count > 1 else { return false }
        return last.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }

    private static func passedOn(_ id: String, _ received: [MessageHeader]) throws -> [(name: String, value: String)] {
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
