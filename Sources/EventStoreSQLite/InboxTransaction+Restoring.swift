import EventStore
import Foundation
import GRDB

extension InboxTransaction {
    /// Takes over messages of another inbox, unless their ids are in this one already.
    func restore(_ archived: [ArchivedMessage]) throws -> RestoreSummary {
        var stored = 0
        var handlers: Set<HandlerID> = []
        for archive in archived {
            guard let row = try insert(archive) else { continue }
            stored += 1
            for delivery in archive.deliveries {
                try restore(delivery, archive.attempts[delivery.handler] ?? [], of: archive.message, row: row)
                if delivery.state.isOpen { handlers.insert(delivery.handler) }
            }
            if archive.message.isPruned { try empty(restored: row) }
        }
        return RestoreSummary(stored: stored, handlers: handlers)
    }

    private func insert(_ archive: ArchivedMessage) throws -> Int64? {
        let message = NewMessage(archive)
        return try insert(MessageRow(message))
    }

    /// Takes from a message that was emptied in the other inbox what an older version left in it.
    private func empty(restored row: Int64) throws {
        let deliveries = try deliveryRows(ofMessage: row)
        try run("UPDATE messages SET headers = '', body = X'', subject = NULL WHERE id = ?", [row])
        try clearDeliveries(ofMessage: row)
        for delivery in deliveries where delivery.state.isFinal { try forgetTopic(of: delivery) }
    }

    private func restore(
        _ delivery: MessageRecord.Delivery,
        _ attempts: [AttemptRecord],
        of message: StoredMessage,
        row: Int64
    ) throws {
        let new = NewDelivery(handler: delivery.handler, lane: delivery.lane, topic: delivery.topic)
        let due = delivery.nextAttemptAt ?? message.receivedAt
        let id = try insert(new, ofMessage: row, due: due, place: place(of: delivery))
        guard let stored = try deliveryRows(where: "id = ?", [id]).first else { return }
        try bring(stored, to: delivery, attempts)
    }

    private func place(of delivery: MessageRecord.Delivery) throws -> LanePlace? {
        if delivery.isOvertaken { return .overtaken }
        return delivery.state.isOpen ? try enterLane(delivery.lane, of: delivery.handler) : nil
    }

    /// Gives a delivery that was just inserted the state it had in the other inbox.
    private func bring(
        _ stored: DeliveryRow,
        to delivery: MessageRecord.Delivery,
        _ attempts: [AttemptRecord]
    ) throws {
        let state = delivery.state == .running ? .pending : delivery.state
        try run(
            """
            UPDATE deliveries SET state = ?, attempt = ?, generation = ?, last_error = CAST(? AS TEXT),
                failing_since = ?, started_at = ?
            WHERE id = ?
            """,
            [
                state.rawValue, delivery.attempt, delivery.generation, delivery.lastError.map(ExactText.init),
                state == .pending ? attempts.first?.endedAt.microseconds : nil,
                attempts.last?.startedAt.microseconds, stored.id,
            ]
        )
        for attempt in attempts { try keep(attempt, of: stored.id) }
        if state == .succeeded { try keepTimestamp(of: stored) }
    }
}

extension NewMessage {
    /// The message as it once arrived; its deliveries are stored apart.
    fileprivate init(_ archive: ArchivedMessage) {
        let message = archive.message
        self.init(
            endpoint: message.endpoint,
            webhookID: message.webhookID,
            type: message.type,
            timestamp: message.timestamp,
            apiVersion: message.apiVersion,
            subject: message.subject,
            headers: message.headers,
            body: archive.body,
            receivedAt: message.receivedAt,
            deliveries: []
        )
    }
}
