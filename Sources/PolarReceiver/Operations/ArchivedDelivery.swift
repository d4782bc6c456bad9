import EventStore
import Foundation
import PolarEvents

/// A delivery in a line of `events export`.
struct ArchivedDelivery: Codable {
    private enum Key: String, CodingKey {
        case handler, state, attempt, generation, next_attempt_at, last_error, lane, topic, overtaken, attempts
    }

    let delivery: MessageRecord.Delivery
    let attempts: [AttemptRecord]

    init(delivery: MessageRecord.Delivery, attempts: [AttemptRecord]) {
        self.delivery = delivery
        self.attempts = attempts
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        delivery = MessageRecord.Delivery(
            handler: try container.decode(HandlerID.self, forKey: .handler),
            state: try container.decode(DeliveryState.self, forKey: .state),
            attempt: try container.decodeCount(.attempt),
            nextAttemptAt: try container.decodeIfPresent(ArchivedMoment.self, forKey: .next_attempt_at)?.date,
            lastError: try container.decodeIfPresent(String.self, forKey: .last_error),
            lane: try container.decodeIfPresent(String.self, forKey: .lane),
            topic: try container.decodeIfPresent(String.self, forKey: .topic),
            generation: try container.decodeCount(.generation),
            isOvertaken: try container.decodeIfPresent(Bool.self, forKey: .overtaken) ?? false
        )
        attempts = try container.decode([ArchivedAttempt].self, forKey: .attempts).map(\.record)
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(delivery.handler, forKey: .handler)
        try container.encode(delivery.state, forKey: .state)
        try container.encode(delivery.attempt, forKey: .attempt)
        try container.encode(delivery.generation, forKey: .generation)
        try container.encode(delivery.nextAttemptAt.map(ArchivedMoment.init), forKey: .next_attempt_at)
        try container.encode(delivery.lastError, forKey: .last_error)
        try container.encode(delivery.lane, forKey: .lane)
        try container.encode(delivery.topic, forKey: .topic)
        try container.encode(delivery.isOvertaken, forKey: .overtaken)
        try container.encode(attempts.map(ArchivedAttempt.init), forKey: .attempts)
    }
}

/// A failed attempt in an ``ArchivedDelivery``.
private struct ArchivedAttempt: Codable {
    private enum Key: String, CodingKey {
        case attempt, started_at, ended_at, error
    }

    let record: AttemptRecord

    init(_ record: AttemptRecord) {
        self.record = record
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        record = AttemptRecord(
            attempt: try container.decodeCount(.attempt),
            startedAt: try container.decode(ArchivedMoment.self, forKey: .started_at).date,
            endedAt: try container.decode(ArchivedMoment.self, forKey: .ended_at).date,
            error: try container.decode(String.self, forKey: .error)
        )
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(record.attempt, forKey: .attempt)
        try container.encode(ArchivedMoment(record.startedAt), forKey: .started_at)
        try container.encode(ArchivedMoment(record.endedAt), forKey: .ended_at)
        try container.encode(record.error, forKey: .error)
    }
}

extension KeyedDecodingContainer {
    /// A count that later additions cannot overflow.
    fileprivate func decodeCount(_ key: Key) throws -> Int {
        let count = try decode(Int.self, forKey: key)
        guard 0...1_000_000_000 ~= count else {
            throw DecodingError.dataCorruptedError(forKey: key, in: self, debugDescription: "a count is expected")
        }
        return count
    }
}
