import EventStore
import Foundation
import GRDB

extension Database {
    /// The index of due deliveries holds exactly those that may run, in this order: nothing is sorted or skipped.
    ///
    /// It is named, so that no statistics make SQLite take another one.
    static let dueDeliveries = """
        SELECT deliveries.id, attempt, messages.timestamp < topics.timestamp,
            endpoint, webhook_id, type, received_at, body, generation, headers
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

    /// When the next delivery of a handler can be claimed.
    func nextAttemptDate(for handler: HandlerID, _ rule: LaneRule) throws -> Date? {
        let earliest = try fetch(Self.earliestDelivery, [ExactText(handler.rawValue)]) { try $0.optionalDate(0) }
        return try (earliest + [overtakingDate(for: handler, rule)]).compactMap(\.self).min()
    }

    /// When the first of the heads of a handler that somebody waits for has been failing for too long.
    func overtakingDate(for handler: HandlerID, _ rule: LaneRule) throws -> Date? {
        let earliest = try fetch(
            """
            SELECT min(failing_since) FROM deliveries
            WHERE handler = CAST(? AS TEXT) AND awaited = 1
                AND state = 'pending' AND place = 'head' AND failing_since IS NOT NULL
            """,
            [ExactText(handler.rawValue)]
        ) { row in
            try row.decode(Int64?.self, atIndex: 0)
        }
        return earliest.first?.map(rule.overtakingDate(failingSince:))
    }
}
