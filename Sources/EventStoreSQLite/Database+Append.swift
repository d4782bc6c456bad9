import EventStore
import Foundation
import GRDB

extension Database {
    /// Stores a message and its deliveries, unless its id is in the inbox already.
    func append(_ message: NewMessage) throws -> AppendOutcome {
        guard let id = try insert(message) else { return try reviveDeadDeliveries(of: message) }
        try noteArrival(of: id, at: message.receivedAt)
        for delivery in message.deliveries {
            try insert(delivery, ofMessage: id, due: message.receivedAt)
        }
        return .accepted
    }

    /// The key of the new row, nil when the message is there already.
    private func insert(_ message: NewMessage) throws -> Int64? {
        try run(
            """
            INSERT INTO messages
            (endpoint, webhook_id, type, timestamp, api_version, subject, headers, received_at, body)
            VALUES (CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), ?, CAST(? AS TEXT), CAST(? AS TEXT), ?, ?, ?)
            ON CONFLICT (endpoint, webhook_id) DO NOTHING
            """,
            [
                ExactText(message.endpoint),
                ExactText(message.webhookID),
                message.type.map(ExactText.init),
                message.timestamp?.microseconds,
                message.apiVersion.map(ExactText.init),
                message.subject.map(ExactText.init),
                HeaderList(message.headers).json,
                message.receivedAt.microseconds,
                Data(message.body),
            ]
        )
        return changesCount == 0 ? nil : lastInsertedRowID
    }

    /// Widens what is known about the arrivals of a block of messages, so that listings find a time without an index.
    private func noteArrival(of id: Int64, at date: Date) throws {
        try run(
            """
            INSERT INTO arrivals (block, earliest, latest) VALUES (?1 >> \(Schema.arrivalBlockBits), ?2, ?2)
            ON CONFLICT (block) DO UPDATE SET earliest = min(earliest, ?2), latest = max(latest, ?2)
            WHERE ?2 < earliest OR ?2 > latest
            """,
            [id, date.microseconds]
        )
    }

    /// Stores a pending delivery at its place in its lane.
    func insert(_ delivery: NewDelivery, ofMessage id: Int64, due: Date) throws {
        let place = try enterLane(delivery.lane, of: delivery.handler)
        try run(
            """
            INSERT INTO deliveries
            (message_id, handler, state, attempt, interruptions, next_attempt_at, lane, topic, place)
            VALUES (?, CAST(? AS TEXT), 'pending', 0, 0, ?, CAST(? AS TEXT), CAST(? AS TEXT), ?)
            """,
            [
                id,
                ExactText(delivery.handler.rawValue),
                due.microseconds,
                delivery.lane.map(ExactText.init),
                delivery.topic.map(ExactText.init),
                place?.rawValue,
            ]
        )
    }

    // MARK: Redelivery

    private func reviveDeadDeliveries(of message: NewMessage) throws -> AppendOutcome {
        let dead = try deadDeliveries(of: message)
        for delivery in dead {
            try revive(delivery, now: message.receivedAt)
        }
        return dead.isEmpty ? .duplicate : .retrying(dead.map(\.handler))
    }

    private func deadDeliveries(of message: NewMessage) throws -> [DeliveryRow] {
        try deliveryRows(
            where: """
                message_id = (SELECT id FROM messages WHERE endpoint = CAST(? AS TEXT) AND webhook_id = CAST(? AS TEXT))
                AND +state = 'dead' ORDER BY id
                """,
            [ExactText(message.endpoint), ExactText(message.webhookID)]
        )
    }
}
