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
        }
        return RestoreSummary(stored: stored, handlers: handlers)
    }

    private func insert(_ archive: ArchivedMessage) throws -> Int64? {
        let message = NewMessage(archive)
        guard let row = try insert(MessageRow(message)) else { return nil }
        if archive.message.isPruned { try run("UPDATE messages SET headers = '' WHERE id = ?", [row]) }
        return row
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
