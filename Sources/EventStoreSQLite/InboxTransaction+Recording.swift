import EventStore
import Foundation
import GRDB

extension InboxTransaction {
    /// Records how a run ended, if the delivery is running.
    func record(_ result: AttemptResult, of delivery: Int64, _ rule: LaneRule, now: Date) throws {
        guard let delivery = try runningDelivery(delivery) else { return }
        switch result {
        case .succeeded:
            try keepTimestamp(of: delivery)
            try end(delivery, .succeeded)
        case .superseded: try end(delivery, .superseded)
        case .retry(let date, let error):
            try keepAttempt(of: delivery, error: error, now: now)
            try retry(delivery, at: date.microseconds, error: error, now: now)
            try overtakeIfFailing(delivery, rule, now: now)
        case .dead(let error):
            try keepAttempt(of: delivery, error: error, now: now)
            try end(delivery, .dead, error: error)
        case .returned:
            try run(
                "UPDATE deliveries SET state = 'pending', interruptions = 0, attempt = attempt - 1 WHERE id = ?",
                [delivery.id]
            )
        }
    }

    private func end(
        _ delivery: DeliveryRow,
        _ state: DeliveryState,
        error: String? = nil,
        interruptions: Int = 0
    ) throws {
        let place = delivery.place == .overtaken ? delivery.place : nil
        try run(
            """
            UPDATE deliveries SET state = ?, interruptions = ?, last_error = CAST(? AS TEXT), place = ?, awaited = 0
            WHERE id = ?
            """,
            [state.rawValue, interruptions, error.map(ExactText.init), place?.rawValue, delivery.id]
        )
        try unblockNext(after: delivery)
    }

    private func retry(
        _ delivery: DeliveryRow,
        at due: Int64,
        error: String,
        interruptions: Int = 0,
        now: Date
    ) throws {
        try run(
            """
            UPDATE deliveries SET state = 'pending', interruptions = ?, next_attempt_at = ?,
                last_error = CAST(? AS TEXT), failing_since = ?
            WHERE id = ?
            """,
            [interruptions, due, ExactText(error), delivery.failingSince ?? now.microseconds, delivery.id]
        )
    }

    // MARK: Recovering

    /// Makes running deliveries pending again, or dead after too many runs that ended with the process.
    func recoverRunningDeliveries(now: Date) throws -> RecoverySummary {
        let running = try fetch("SELECT id FROM deliveries WHERE state = 'running' ORDER BY id", []) { row in
            try row.decode(Int64.self, atIndex: 0)
        }
        // Read one by one, because the end of one can change the place of the next.
        let crashed = try running.count { id in
            try runningDelivery(id).map { try !resume($0, now: now) } ?? false
        }
        return RecoverySummary(resumed: running.count - crashed, crashed: crashed)
    }

    /// False when the delivery is dead now.
    private func resume(_ delivery: DeliveryRow, now: Date) throws -> Bool {
        let error = "crashed"
        let interruptions = delivery.interruptions + 1
        try keepAttempt(of: delivery, error: error, now: now)
        guard interruptions < RecoverySummary.crashLimit else {
            try end(delivery, .dead, error: error, interruptions: interruptions)
            return false
        }
        try retry(delivery, at: delivery.dueAt, error: error, interruptions: interruptions, now: now)
        return true
    }

    // MARK: Keeping

    private func keepAttempt(of delivery: DeliveryRow, error: String, now: Date) throws {
        let start = Date(microseconds: delivery.startedAt ?? delivery.dueAt)
        let record = AttemptRecord(attempt: delivery.attempt, startedAt: start, endedAt: now, error: error)
        try keep(record, of: delivery.id)
    }

    /// Keeps a failed run of a delivery.
    func keep(_ attempt: AttemptRecord, of delivery: Int64) throws {
        try run(
            """
            INSERT INTO attempts (delivery_id, attempt, started_at, ended_at, error)
            VALUES (?, ?, ?, ?, CAST(? AS TEXT))
            """,
            [
                delivery, attempt.attempt, attempt.startedAt.microseconds, attempt.endedAt.microseconds,
                ExactText(attempt.error),
            ]
        )
    }

    /// Remembers that what happened up to this event is history for the delivery's topic.
    func keepTimestamp(of delivery: DeliveryRow) throws {
        guard let topic = delivery.topic else { return }
        try run(
            """
            INSERT INTO topics (handler, topic, timestamp)
            SELECT CAST(? AS TEXT), CAST(? AS TEXT), timestamp FROM messages WHERE id = ? AND timestamp IS NOT NULL
            ON CONFLICT (handler, topic) DO UPDATE SET timestamp = max(timestamp, excluded.timestamp)
            """,
            [ExactText(delivery.handler.rawValue), ExactText(topic), delivery.message]
        )
    }
}
