import EventStore
import Foundation
import GRDB

extension Database {
    /// When the earliest pending delivery of a handler is due.
    func nextAttemptDate(for handler: HandlerID) throws -> Date? {
        let statement = try cachedStatement(
            sql: "SELECT min(next_attempt_at) FROM deliveries WHERE state = 'pending' AND handler = CAST(? AS TEXT)"
        )
        let earliest = try Int64?.fetchOne(statement, arguments: [ExactText(handler.rawValue)]) ?? nil
        return earliest.map(Date.init(microseconds:))
    }

    /// The newest messages with their deliveries, newest first.
    func messages(limit: Int) throws -> [MessageRecord] {
        let statement = try cachedStatement(
            sql: """
                SELECT id, endpoint, webhook_id, type, timestamp, api_version, subject, headers, received_at, body
                FROM messages ORDER BY id DESC LIMIT ?
                """
        )
        return try Array(
            Row.fetchCursor(statement, arguments: [max(0, limit)]).map { row in
                let deliveries = try self.deliveries(of: row.decode(atIndex: 0))
                return MessageRecord(message: try self.message(row, deliveries), deliveries: deliveries)
            }
        )
    }

    private func message(_ row: Row, _ deliveries: [MessageRecord.Delivery]) throws -> NewMessage {
        NewMessage(
            endpoint: try row.text(1),
            webhookID: try row.text(2),
            type: try row.optionalText(3),
            timestamp: try row.decode(Int64?.self, atIndex: 4).map(Date.init(microseconds:)),
            apiVersion: try row.optionalText(5),
            subject: try row.optionalText(6),
            headers: try HeaderList(json: row.text(7)).headers,
            body: try row.bytes(9),
            receivedAt: Date(microseconds: try row.decode(atIndex: 8)),
            handlers: deliveries.map(\.handler)
        )
    }

    private func deliveries(of message: Int64) throws -> [MessageRecord.Delivery] {
        let statement = try cachedStatement(
            sql: """
                SELECT handler, state, attempt, next_attempt_at, last_error
                FROM deliveries WHERE message_id = ? ORDER BY id
                """
        )
        return try Array(Row.fetchCursor(statement, arguments: [message]).map(delivery))
    }

    private func delivery(_ row: Row) throws -> MessageRecord.Delivery {
        guard let state = DeliveryState(rawValue: try row.text(1)) else {
            throw StoreError.damaged("messages", cause: "a delivery has an unknown state")
        }
        let due = Date(microseconds: try row.decode(atIndex: 3))
        return MessageRecord.Delivery(
            handler: HandlerID(rawValue: try row.text(0)),
            state: state,
            attempt: try row.decode(atIndex: 2),
            nextAttemptAt: state == .pending ? due : nil,
            lastError: try row.optionalText(4)
        )
    }
}
