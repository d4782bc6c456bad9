import EventStore
import Foundation
import GRDB

extension Database {
    /// The index of due deliveries holds exactly those that may run, in this order: nothing is sorted or skipped.
    ///
    /// It is named, so that no statistics make SQLite take another one.
    static let dueDeliveries = """
        SELECT \(claimedColumns)
        FROM deliveries INDEXED BY due_deliveries \(claimedJoins)
        WHERE \(due) ORDER BY next_attempt_at, deliveries.id LIMIT ?
        """

    /// The same deliveries, without a look at their messages.
    static let dueIDs = """
        SELECT id FROM deliveries INDEXED BY due_deliveries WHERE \(due) ORDER BY next_attempt_at, id LIMIT ?
        """

    /// One delivery, as for a claim.
    static let deliveryToClaim = "SELECT \(claimedColumns) FROM deliveries \(claimedJoins) WHERE deliveries.id = ?"

    /// The suspects that may run, the last one that was started first.
    static let suspects = """
        SELECT id, handler FROM deliveries INDEXED BY suspects
        WHERE suspect = 1 AND state = 'pending' AND place IS NOT 'blocked' ORDER BY started_at DESC, id
        """

    private static let due = """
        state = 'pending' AND place IS NOT 'blocked'
            AND deliveries.handler = CAST(? AS TEXT) AND slow = ? AND next_attempt_at <= ?
        """

    private static let claimedColumns = """
        deliveries.id, attempt, messages.timestamp < topics.timestamp,
            endpoint, webhook_id, type, received_at, body, generation, headers, deliveries.handler, slow, next_attempt_at
        """

    private static let claimedJoins = """
        CROSS JOIN messages ON messages.id = message_id
        LEFT JOIN topics ON topics.handler = deliveries.handler AND topics.topic = deliveries.topic
        """

    /// The beginning of the same index.
    static let earliestDelivery = """
        SELECT min(next_attempt_at) FROM deliveries INDEXED BY due_deliveries
        WHERE state = 'pending' AND place IS NOT 'blocked' AND handler = CAST(? AS TEXT) AND slow = ?
        """

    /// When the next delivery of a handler can be claimed.
    func nextAttemptDate(for handler: HandlerID, includingSlow: Bool, _ rule: LaneRule) throws -> Date? {
        var dates = [try overtakingDate(for: handler, rule)]
        for isSlow in includingSlow ? [false, true] : [false] {
            dates += try fetch(Self.earliestDelivery, [ExactText(handler.rawValue), isSlow]) { try $0.optionalDate(0) }
        }
        return dates.compactMap(\.self).min()
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
