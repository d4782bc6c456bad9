import EventStore
import Foundation
import GRDB

extension Database {
    /// A part of the messages that fulfil a query, with their deliveries.
    func messages(_ query: MessageQuery, _ page: MessagePage) throws -> [MessageRecord] {
        try rows(query, page).compactMap(record)
    }

    /// The length of a body stands before it: its pages are not read.
    private func record(_ id: Int64) throws -> MessageRecord? {
        try fetch(
            """
            SELECT endpoint, webhook_id, type, timestamp, api_version, subject, headers, received_at, length(body)
            FROM messages WHERE id = ?
            """,
            [id]
        ) { row in
            MessageRecord(row: id, message: try message(row), deliveries: try deliveries(ofMessage: id))
        }.first
    }

    private func message(_ row: Row) throws -> StoredMessage {
        let headers = try row.text(6)
        return StoredMessage(
            endpoint: try row.text(0),
            webhookID: try row.text(1),
            type: try row.optionalText(2),
            timestamp: try row.optionalDate(3),
            apiVersion: try row.optionalText(4),
            subject: try row.optionalText(5),
            headers: headers.isEmpty ? [] : try HeaderList(json: headers).headers,
            receivedAt: try row.date(7),
            bodySize: try row.decode(atIndex: 8),
            isPruned: headers.isEmpty
        )
    }

    private func deliveries(ofMessage id: Int64) throws -> [MessageRecord.Delivery] {
        try fetch(
            """
            SELECT handler, state, attempt, next_attempt_at, last_error, lane, place, topic, generation, overdue_at
            FROM deliveries WHERE message_id = ? ORDER BY id
            """,
            [id],
            delivery
        )
    }

    private func delivery(_ row: Row) throws -> MessageRecord.Delivery {
        let state = try row.state(1)
        let place = try row.optionalText(6).flatMap(LanePlace.init)
        return MessageRecord.Delivery(
            handler: HandlerID(rawValue: try row.text(0)),
            state: state,
            attempt: try row.decode(atIndex: 2),
            nextAttemptAt: state == .pending ? try row.date(3) : nil,
            lastError: try row.optionalText(4),
            lane: try row.optionalText(5),
            topic: try row.optionalText(7),
            generation: try row.decode(atIndex: 8),
            overdueSince: state == .running ? try row.optionalDate(9) : nil,
            isBlocked: place == .blocked,
            isOvertaken: place == .overtaken
        )
    }

    // MARK: One message

    /// The body of a message, nil where there is no such message.
    func body(ofMessage id: Int64) throws -> [UInt8]? {
        try fetch("SELECT body FROM messages WHERE id = ?", [id]) { try $0.bytes(0) }.first
    }

    /// The failed runs of a message's deliveries, oldest first.
    func attempts(ofMessage id: Int64) throws -> [HandlerID: [AttemptRecord]] {
        let attempts = try fetch(
            """
            SELECT handler, attempts.attempt, attempts.started_at, ended_at, error
            FROM deliveries CROSS JOIN attempts ON delivery_id = deliveries.id
            WHERE message_id = ? ORDER BY deliveries.id, attempts.id
            """,
            [id],
            attempt
        )
        return Dictionary(attempts.map { ($0.handler, [$0.record]) }, uniquingKeysWith: +)
    }

    private func attempt(_ row: Row) throws -> (handler: HandlerID, record: AttemptRecord) {
        let record = AttemptRecord(
            attempt: try row.decode(atIndex: 1),
            startedAt: try row.date(2),
            endedAt: try row.date(3),
            error: try row.text(4)
        )
        return (HandlerID(rawValue: try row.text(0)), record)
    }
}
