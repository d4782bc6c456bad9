import EventStore
import Foundation
import GRDB

extension InboxTransaction {
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
        return try fetch(Database.dueDeliveries, arguments) { row in
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
                    headers: HeaderList.deferred(json: try row.text(9)),
                    body: try row.bytes(7),
                    receivedAt: try row.date(6)
                )
            )
        }
    }
}
