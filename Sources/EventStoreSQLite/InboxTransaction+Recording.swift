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
        case .timedOut(let date, let error):
            try keepAttempt(of: delivery, error: error, now: now)
            try retry(delivery, at: date.microseconds, error: error, now: now)
            try run("UPDATE deliveries SET slow = 1 WHERE id = ?", [delivery.id])
            try overtakeIfFailing(delivery, rule, now: now)
        case .dead(let error):
            try keepAttempt(of: delivery, error: error, now: now)
            try end(delivery, .dead, error: error)
        case .returned:
            try run(
                """
                UPDATE deliveries SET state = 'pending', interruptions = 0, suspect = 0, attempt = max(0, attempt - 1)
                WHERE id = ?
                """,
                [delivery.id]
            )
        }
    }

    /// Ends a running delivery in a final state, or as a dead letter.
    func end(
        _ delivery: DeliveryRow,
        _ state: DeliveryState,
        error: String? = nil,
        interruptions: Int = 0
    ) throws {
        let place = delivery.place == .overtaken ? delivery.place : nil
        try run(
            """
            UPDATE deliveries SET state = ?, interruptions = ?, suspect = 0, last_error = CAST(? AS TEXT), place = ?, awaited = 0
            WHERE id = ?
            """,
            [state.rawValue, interruptions, error.map(ExactText.init), place?.rawValue, delivery.id]
        )
        try unblockNext(after: delivery)
    }

    /// Makes a running delivery pending until its next attempt.
    func retry(
        _ delivery: DeliveryRow,
        at due: Int64,
        error: String,
        interruptions: Int = 0,
        isSuspect: Bool = false,
        now: Date
    ) throws {
        try run(
            """
            UPDATE deliveries SET state = 'pending', interruptions = ?, suspect = ?, next_attempt_at = ?,
                last_error = CAST(? AS TEXT), failing_since = ?
            WHERE id = ?
            """,
            [interruptions, isSuspect, due, ExactText(error), delivery.failingSince ?? now.microseconds, delivery.id]
        )
    }

    /// Notes when a running delivery exceeded its time-out.
    func noteOverdue(_ delivery: Int64, now: Date) throws {
        try run(
            "UPDATE deliveries SET overdue_at = ? WHERE id = ? AND +state = 'running'",
            [now.microseconds, delivery]
        )
    }

    // MARK: Keeping

    /// Keeps the run of a delivery that has failed now.
    func keepAttempt(of delivery: DeliveryRow, error: String, now: Date) throws {
        // A clock that was set back meanwhile must not make the run end before it began.
        let start = min(Date(microseconds: delivery.startedAt ?? delivery.dueAt), now)
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
