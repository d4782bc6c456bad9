import EventStore
import Foundation
import GRDB

extension Database {
    /// The index of due deliveries holds exactly those that may run, in this order: nothing is sorted or skipped.
    ///
    /// It is named, so that no statistics make SQLite take another one.
    static let dueDeliveries = """
        SELECT deliveries.id, attempt, messages.timestamp < topics.timestamp,
            endpoint, webhook_id, type, received_at, body, generation
        FROM deliveries INDEXED BY due_deliveries CROSS JOIN messages ON messages.id = message_id
        LEFT JOIN topics ON topics.handler = deliveries.handler AND topics.topic = deliveries.topic
        WHERE state = 'pending' AND place IS NOT 'blocked'
            AND deliveries.handler = CAST(? AS TEXT) AND next_attempt_at <= ?
        ORDER BY next_attempt_at, deliveries.id LIMIT ?
        """

    /// The beginning of the same index.
    static let earliestDelivery = """
        SELECT min(next_attempt_at) FROM deliveries INDEXED BY due_deliveries
        WHERE state = 'pending' AND place IS NOT 'blocked' AND handler = CAST(? AS TEXT)
        """

    /// Marks due deliveries as running and counts their attempt.
    func claimDeliveries(
        for handler: HandlerID,
        limit: Int,
        _ rule: LaneRule,
        now: Date
    ) throws -> [ClaimedDelivery] {
        try overtakeFailingHeads(of: handler, rule, now: now)
        let claimed = try fetchDueDeliveries(for: handler, limit: limit, now: now)
        for delivery in claimed {
            try run(
                "UPDATE deliveries SET state = 'running', attempt = attempt + 1, started_at = ? WHERE id = ?",
                [now.microseconds, delivery.id]
            )
        }
        return claimed
    }

    private func fetchDueDeliveries(for handler: HandlerID, limit: Int, now: Date) throws -> [ClaimedDelivery] {
        let arguments: StatementArguments = [ExactText(handler.rawValue), now.microseconds, max(0, limit)]
        return try fetch(Self.dueDeliveries, arguments) { row in
            ClaimedDelivery(
                id: try row.decode(atIndex: 0),
                handler: handler,
                attempt: try row.decode(Int.self, atIndex: 1) + 1,
                generation: try row.decode(atIndex: 8),
                isStale: try row.decode(Bool?.self, atIndex: 2) ?? false,
                message: ClaimedDelivery.Message(
                    endpoint: try row.text(3),
                    webhookID: try row.text(4),
                    type: try row.optionalText(5),
                    body: try row.bytes(7),
                    receivedAt: try row.date(6)
                )
            )
        }
    }

    /// When the next delivery of a handler can be claimed.
    func nextAttemptDate(for handler: HandlerID, _ rule: LaneRule) throws -> Date? {
        let earliest = try fetch(Self.earliestDelivery, [ExactText(handler.rawValue)]) { try $0.optionalDate(0) }
        return try (earliest + [overtakingDate(for: handler, rule)]).compactMap(\.self).min()
    }
}
