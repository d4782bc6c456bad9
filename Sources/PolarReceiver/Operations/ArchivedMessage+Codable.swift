public import EventStore
import Foundation
import PolarEvents

/// One message as a line of JSON, the format of `events export`: moments as RFC 3339 says, the body as text where it is
/// UTF-8, else in base64.
extension ArchivedMessage: Codable {
    private enum Key: String, CodingKey {
        case endpoint, webhook_id, type, timestamp, api_version, subject, received_at, headers, pruned, body,
            body_base64
        case deliveries
    }

    /// Reads a line.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        let body = try container.decodeBody(.body, orBase64: .body_base64)
        let deliveries = try container.decode([ArchivedDelivery].self, forKey: .deliveries)
        let message = StoredMessage(
            endpoint: try container.decode(String.self, forKey: .endpoint),
            webhookID: try container.decode(String.self, forKey: .webhook_id),
            type: try container.decodeIfPresent(String.self, forKey: .type),
            timestamp: try container.decodeIfPresent(ArchivedMoment.self, forKey: .timestamp)?.date,
            apiVersion: try container.decodeIfPresent(String.self, forKey: .api_version),
            subject: try container.decodeIfPresent(String.self, forKey: .subject),
            headers: try container.decode([MessageHeader].self, forKey: .headers),
            receivedAt: try container.decode(ArchivedMoment.self, forKey: .received_at).date,
            bodySize: body.count,
            isPruned: try container.decodeIfPresent(Bool.self, forKey: .pruned) ?? false
        )
        self.init(
            message: message,
            body: body,
            deliveries: deliveries.map(\.delivery),
            attempts: Dictionary(deliveries.map { ($0.delivery.handler, $0.attempts) }) { first, _ in first }
        )
    }

    /// Writes a line.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(message.endpoint, forKey: .endpoint)
        try container.encode(message.webhookID, forKey: .webhook_id)
        try container.encode(message.type, forKey: .type)
        try container.encode(message.timestamp.map(ArchivedMoment.init), forKey: .timestamp)
        try container.encode(message.apiVersion, forKey: .api_version)
        try container.encode(message.subject, forKey: .subject)
        try container.encode(ArchivedMoment(message.receivedAt), forKey: .received_at)
        try container.encode(message.headers, forKey: .headers)
        if message.isPruned { try container.encode(true, forKey: .pruned) }
        try container.encodeBody(body, .body, orBase64: .body_base64)
        try container.encode(
            deliveries.map { ArchivedDelivery(delivery: $0, attempts: attempts[$0.handler] ?? []) },
            forKey: .deliveries
        )
    }
}

extension KeyedDecodingContainer {
    fileprivate func decodeBody(_ text: Key, orBase64 base64: Key) throws -> [UInt8] {
        if let text = try decodeIfPresent(String.self, forKey: text) { return Array(text.utf8) }
        return Array(try decode(Data.self, forKey: base64))
    }
}

extension KeyedEncodingContainer {
    fileprivate mutating func encodeBody(_ body: [UInt8], _ text: Key, orBase64 base64: Key) throws {
        if let readable = String(validating: body, as: UTF8.self) {
            try encode(readable, forKey: text)
        } else {
            try encode(Data(body), forKey: base64)
        }
    }
}
