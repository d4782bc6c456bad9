import EventStore
import Foundation
import GRDB

extension Database {
    // MARK: Claiming

    /// The index of open deliveries holds exactly the due ones in this order: nothing is sorted or skipped.
    static let dueDeliveries = """
        SELECT deliveries.id, attempt, endpoint, webhook_id, type, received_at, body
        FROM deliveries JOIN messages ON messages.id = message_id
        WHERE state = 'pending' AND handler = CAST(? AS TEXT) AND next_attempt_at <= ?
        ORDER BY next_attempt_at, deliveries.id LIMIT ?
        """

    /// Marks due deliveries as running and counts their attempt.
    func claimDeliveries(for handler: HandlerID, limit: Int, now: Date) throws -> [ClaimedDelivery] {
        let claimed = try fetchDueDeliveries(for: handler, limit: limit, now: now)
        let statement = try cachedStatement(
            sql: "UPDATE deliveries SET state = 'running', attempt = attempt + 1 WHERE id = ?"
        )
        for delivery in claimed {
            try statement.execute(arguments: [delivery.id])
        }
        return claimed
    }

    private func fetchDueDeliveries(for handler: HandlerID, limit: Int, now: Date) throws -> [ClaimedDelivery] {
        let statement = try cachedStatement(sql: Self.dueDeliveries)
        let arguments: StatementArguments = [ExactText(handler.rawValue), now.microseconds, max(0, limit)]
        return try Array(
            Row.fetchCursor(statement, arguments: arguments).map { row in
                ClaimedDelivery(
                    id: try row.decode(atIndex: 0),
                    handler: handler,
                    attempt: try row.decode(Int.self, atIndex: 1) + 1,
                    message: ClaimedDelivery.Message(
                        endpoint: try row.text(2),
                        webhookID: try row.text(3),
                        type: try row.optionalText(4),
                        body: try row.bytes(6),
                        receivedAt: Date(microseconds: try row.decode(atIndex: 5))
                    )
                )
            }
        )
    }

    // MARK: Recording

    /// Records how a run ended, if the delivery is running.
    func record(_ result: AttemptResult, of delivery: Int64) throws {
        switch result {
        case .succeeded:
            try end(delivery, "state = 'succeeded', last_error = NULL")
        case .retry(let date, let error):
            try end(
                delivery,
                "state = 'pending', last_error = CAST(? AS TEXT), next_attempt_at = ?",
                [ExactText(error), date.microseconds]
            )
        case .dead(let error):
            try end(delivery, "state = 'dead', last_error = CAST(? AS TEXT)", [ExactText(error)])
        case .returned:
            try end(delivery, "state = 'pending', attempt = attempt - 1")
        }
    }

    private func end(_ delivery: Int64, _ changes: String, _ arguments: StatementArguments = []) throws {
        let statement = try cachedStatement(
            sql: "UPDATE deliveries SET interruptions = 0, \(changes) WHERE id = ? AND +state = 'running'"
        )
        try statement.execute(arguments: arguments + [delivery])
    }

    // MARK: Recovering

    /// Makes running deliveries pending again, or dead after too many runs that ended with the process.
    func recoverRunningDeliveries() throws -> RecoverySummary {
        let crashed = try recover("state = 'dead'", "interruptions + 1 >= \(RecoverySummary.crashLimit)")
        let resumed = try recover("state = 'pending'", "TRUE")
        return RecoverySummary(resumed: resumed, crashed: crashed)
    }

    private func recover(_ change: String, _ condition: String) throws -> Int {
        let statement = try cachedStatement(
            sql: """
                UPDATE deliveries SET interruptions = interruptions + 1, last_error = 'crashed', \(change)
                WHERE state = 'running' AND \(condition)
                """
        )
        try statement.execute()
        return changesCount
    }

    // MARK: Probing

    /// Writes about as much as an ordinary message takes, in place; random, because equal bytes are not written again.
    func probe() throws {
        try cachedStatement(sql: "UPDATE probe SET value = randomblob(length(value))").execute()
    }
}
