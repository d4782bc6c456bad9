package import EventStore
import Foundation

/// A message as one line of JSON, with the same keys for every message.
package struct MessageLine: Encodable {
    private enum Key: String, CodingKey {
        case webhook_id, endpoint, type, timestamp, api_version, subject, received_at, origin, deliveries
    }

    private let message: StoredMessage
    private let deliveries: [DeliveryLine]

    package init(_ record: MessageRecord) {
        message = record.message
        deliveries = record.deliveries.map(DeliveryLine.init)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(message.webhookID, forKey: .webhook_id)
        try container.encode(message.endpoint, forKey: .endpoint)
        try container.encode(message.type, forKey: .type)
        try container.encode(message.timestamp.map(TimeText.init), forKey: .timestamp)
        try container.encode(message.apiVersion, forKey: .api_version)
        try container.encode(message.subject, forKey: .subject)
        try container.encode(TimeText(message.receivedAt), forKey: .received_at)
        try container.encode(message.origin, forKey: .origin)
        try container.encode(deliveries, forKey: .deliveries)
    }
}

/// A delivery in a ``MessageLine``.
package struct DeliveryLine: Encodable {
    private enum Key: String, CodingKey {
        case handler, state, attempt, next_attempt_at, last_error, lane, waits_for_lane, overtaken, generation,
            overdue_since
    }

    private let delivery: MessageRecord.Delivery

    package init(_ delivery: MessageRecord.Delivery) {
        self.delivery = delivery
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(delivery.handler.rawValue, forKey: .handler)
        try container.encode(delivery.state, forKey: .state)
        try container.encode(delivery.attempt, forKey: .attempt)
        try container.encode(delivery.nextAttemptAt.map(TimeText.init), forKey: .next_attempt_at)
        try container.encode(delivery.lastError, forKey: .last_error)
        try container.encode(delivery.lane, forKey: .lane)
        try container.encode(delivery.isBlocked, forKey: .waits_for_lane)
        try container.encode(delivery.isOvertaken, forKey: .overtaken)
        try container.encode(delivery.generation, forKey: .generation)
        try container.encode(delivery.overdueSince.map(TimeText.init), forKey: .overdue_since)
    }
}
