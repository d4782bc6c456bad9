import EventStore
import GRDB

/// What an append runs, compiled once for the life of the connection.
final class AppendStatements {
    private let insertMessage: BoundStatement
    private let noteArrival: BoundStatement
    private let insertDelivery: BoundStatement

    init(_ database: Database) throws {
        insertMessage = try BoundStatement(
            """
            INSERT INTO messages
            (endpoint, webhook_id, type, timestamp, api_version, subject, headers, received_at, body, digest)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (endpoint, webhook_id) DO NOTHING
            """,
            on: database
        )
        noteArrival = try BoundStatement(
            """
            INSERT INTO arrivals (block, earliest, latest) VALUES (?1 >> \(Schema.arrivalBlockBits), ?2, ?2)
            ON CONFLICT (block) DO UPDATE SET earliest = min(earliest, ?2), latest = max(latest, ?2)
            WHERE ?2 < earliest OR ?2 > latest
            """,
            on: database
        )
        insertDelivery = try BoundStatement(
            """
            INSERT INTO deliveries
            (message_id, handler, state, attempt, interruptions, next_attempt_at, lane, topic, place)
            VALUES (?, ?, 'pending', 0, 0, ?, ?, ?, ?)
            """,
            on: database
        )
    }

    /// The key of the new row, nil when the message is there already.
    func insert(_ row: MessageRow, into database: Database) throws -> Int64? {
        let message = row.message
        insertMessage.bind(message.endpoint, at: 1)
        insertMessage.bind(message.webhookID, at: 2)
        insertMessage.bind(message.type, at: 3)
        insertMessage.bind(row.timestamp, at: 4)
        insertMessage.bind(message.apiVersion, at: 5)
        insertMessage.bind(message.subject, at: 6)
        insertMessage.bind(row.headers, at: 7)
        insertMessage.bind(row.receivedAt, at: 8)
        try insertMessage.withBound(message.body, at: 9) {
            guard let digest = message.digest else {
                insertMessage.unbind(10)
                return try insertMessage.run(on: database)
            }
            try insertMessage.withBound(digest, at: 10) { try insertMessage.run(on: database) }
        }
        return database.changesCount == 0 ? nil : database.lastInsertedRowID
    }

    /// Widens what is known about the arrivals of a block of messages, so that listings find a time without an index.
    func noteArrival(of message: Int64, at microseconds: Int64, in database: Database) throws {
        noteArrival.bind(message, at: 1)
        noteArrival.bind(microseconds, at: 2)
        try noteArrival.run(on: database)
    }

    /// The key of the new delivery, which is pending.
    func insert(
        _ delivery: NewDelivery,
        ofMessage message: Int64,
        due microseconds: Int64,
        place: LanePlace?,
        into database: Database
    ) throws -> Int64 {
        insertDelivery.bind(message, at: 1)
        insertDelivery.bind(delivery.handler.rawValue, at: 2)
        insertDelivery.bind(microseconds, at: 3)
        insertDelivery.bind(delivery.lane, at: 4)
        insertDelivery.bind(delivery.topic, at: 5)
        insertDelivery.bind(place?.rawValue, at: 6)
        try insertDelivery.run(on: database)
        return database.lastInsertedRowID
    }
}
