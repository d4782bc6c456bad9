import EventStore
import Foundation
import GRDB

extension Database {
    /// Stores a message and its deliveries, unless its id is in the inbox already.
    func append(_ message: NewMessage) throws -> AppendOutcome {
        guard let id = try insert(message) else { return try reviveDeadDeliveries(of: message) }
        for handler in message.handlers {
            try insertDelivery(of: id, to: handler, message)
        }
        return .accepted
    }

    /// The key of the new row, nil when the message is there already.
    private func insert(_ message: NewMessage) throws -> Int64? {
        let statement = try cachedStatement(
            sql: """
                INSERT INTO messages
                (endpoint, webhook_id, type, timestamp, api_version, subject, headers, received_at, body)
                VALUES (CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), ?, CAST(? AS TEXT), CAST(? AS TEXT), ?, ?, ?)
                ON CONFLICT (endpoint, webhook_id) DO NOTHING
                """
        )
        try statement.execute(arguments: [
            ExactText(message.endpoint),
            ExactText(message.webhookID),
            message.type.map(ExactText.init),
            message.timestamp?.microseconds,
            message.apiVersion.map(ExactText.init),
            message.subject.map(ExactText.init),
            HeaderList(message.headers).json,
            message.receivedAt.microseconds,
            Data(message.body),
        ])
        return changesCount == 0 ? nil : lastInsertedRowID
    }

    private func insertDelivery(of id: Int64, to handler: HandlerID, _ message: NewMessage) throws {
        let statement = try cachedStatement(
            sql: """
                INSERT INTO deliveries (message_id, handler, state, attempt, interruptions, next_attempt_at, lane)
                VALUES (?, CAST(? AS TEXT), 'pending', 0, 0, ?, CAST(? AS TEXT))
                """
        )
        try statement.execute(arguments: [
            id, ExactText(handler.rawValue), message.receivedAt.microseconds, message.subject.map(ExactText.init),
        ])
    }

    // MARK: Redelivery

    private func reviveDeadDeliveries(of message: NewMessage) throws -> AppendOutcome {
        let dead = try deadDeliveries(of: message)
        let statement = try cachedStatement(
            sql: """
                UPDATE deliveries SET state = 'pending', attempt = 0, interruptions = 0, next_attempt_at = ? WHERE id = ?
                """
        )
        for delivery in dead {
            try statement.execute(arguments: [message.receivedAt.microseconds, delivery.id])
        }
        return dead.isEmpty ? .duplicate : .retrying(dead.map(\.handler))
    }

    private func deadDeliveries(of message: NewMessage) throws -> [(id: Int64, handler: HandlerID)] {
        let statement = try cachedStatement(
            sql: """
                SELECT deliveries.id, handler FROM deliveries JOIN messages ON messages.id = message_id
                WHERE endpoint = CAST(? AS TEXT) AND webhook_id = CAST(? AS TEXT) AND +state = 'dead'
                ORDER BY deliveries.id
                """
        )
        let arguments: StatementArguments = [ExactText(message.endpoint), ExactText(message.webhookID)]
        return try Array(
            Row.fetchCursor(statement, arguments: arguments).map { row in
                (try row.decode(atIndex: 0), HandlerID(rawValue: try row.text(1)))
            }
        )
    }
}
