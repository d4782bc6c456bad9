import EventStore
import Foundation
import GRDB

extension Database {
    /// Counts in an index that holds the states together, so that what has succeeded is not looked at.
    func summary() throws -> InboxSummary {
        var summary = InboxSummary()
        for state in DeliveryState.allCases where !state.isFinal {
            let counts = try fetch(
                "SELECT handler, count(*) FROM deliveries WHERE state = ? GROUP BY handler",
                [state.rawValue]
            ) { row in
                (HandlerID(rawValue: try row.text(0)), try row.decode(Int.self, atIndex: 1))
            }
            for (handler, count) in counts { summary.counts[handler, default: [:]][state] = count }
        }
        summary.oldestPendingArrival = try oldestPendingArrival(summary.counts.keys)
        return summary
    }

    /// The newest message of each type, one look into the index for each.
    func newestRows() throws -> [String: Int64] {
        let rows = try fetch(
            """
            WITH RECURSIVE names (name) AS (
                SELECT min(type) FROM messages
                UNION ALL
                SELECT (SELECT min(type) FROM messages WHERE type > name) FROM names WHERE name IS NOT NULL
            )
            SELECT name, (SELECT max(id) FROM messages WHERE type = name) FROM names WHERE name IS NOT NULL
            """,
            []
        ) { row in
            (try row.text(0), try row.decode(Int64.self, atIndex: 1))
        }
        return Dictionary(rows) { first, _ in first }
    }

    private func oldestPendingArrival(_ handlers: some Sequence<HandlerID>) throws -> Date? {
        try handlers.compactMap { handler in
            try fetch(
                """
                SELECT coalesce(failing_since, next_attempt_at) FROM deliveries
                WHERE state = 'pending' AND handler = CAST(? AS TEXT) ORDER BY message_id LIMIT 1
                """,
                [ExactText(handler.rawValue)]
            ) { try $0.date(0) }.first
        }.min()
    }
}
