import EventStore
import Foundation
import GRDB

extension InboxTransaction {
    /// Marks due deliveries as running and counts their attempt.
    func claimDeliveries(
        for handler: HandlerID,
        limit: Int,
        slowLimit: Int,
        _ rule: LaneRule,
        now: Date
    ) throws -> [ClaimedDelivery] {
        try overtakeFailingHeads(of: handler, rule, now: now)
        var due = try dueDeliveries(of: handler, areSlow: false, limit: limit, now: now)
        let slow = try dueDeliveries(of: handler, areSlow: true, limit: min(limit, slowLimit), now: now)
        if !slow.isEmpty {
            due = Array((due + slow).sorted { ($0.due, $0.claimed.id) < ($1.due, $1.claimed.id) }.prefix(max(0, limit)))
        }
        for delivery in due { try start(delivery.claimed.id, now: now) }
        return due.map(\.claimed)
    }

    /// Marks one suspect as running, the one that was started last.
    func claimSuspect(of handlers: Set<HandlerID>, now: Date) throws -> ClaimedDelivery? {
        let suspects = try fetch(Database.suspects, []) { row in
            (id: try row.decode(Int64.self, atIndex: 0), handler: HandlerID(rawValue: try row.text(1)))
        }
        for suspect in suspects where handlers.contains(suspect.handler) {
            guard let delivery = try readableDelivery(suspect.id) else { continue }
            try start(delivery.claimed.id, now: now)
            return delivery.claimed
        }
        return nil
    }

    private func start(_ delivery: Int64, now: Date) throws {
        try run(
            """
            UPDATE deliveries SET state = 'running', attempt = attempt + 1, started_at = ?, overdue_at = NULL
            WHERE id = ?
            """,
            [now.microseconds, delivery]
        )
    }

    // MARK: Reading

    private typealias Due = (claimed: ClaimedDelivery, due: Int64)

    private func dueDeliveries(of handler: HandlerID, areSlow: Bool, limit: Int, now: Date) throws -> [Due] {
        guard limit > 0 else { return [] }
        let arguments: StatementArguments = [ExactText(handler.rawValue), areSlow, now.microseconds, limit]
        do {
            return try fetch(Database.dueDeliveries, arguments, due)
        } catch let error where StoreError(error, operation: "claim").code == .corrupt {
            // One row cannot be read. The others must not wait for it for ever.
            let ids = try fetch(Database.dueIDs, arguments) { try $0.decode(Int64.self, atIndex: 0) }
            return try ids.compactMap(readableDelivery)
        }
    }

    /// A delivery as its handler needs it; one that cannot be read is made dead instead.
    private func readableDelivery(_ id: Int64) throws -> Due? {
        do {
            return try fetch(Database.deliveryToClaim, [id], due).first
        } catch let error where StoreError(error, operation: "claim").code == .corrupt {
            try bury(id)
            return nil
        }
    }

    private func due(_ row: Row) throws -> Due {
        let (attempt, isTooMany) = try row.decode(Int.self, atIndex: 1).addingReportingOverflow(1)
        guard !isTooMany else { throw StoreError.damaged("claim", cause: "the number of attempts is out of range") }
        let claimed = ClaimedDelivery(
            id: try row.decode(atIndex: 0),
            handler: HandlerID(rawValue: try row.text(10)),
            attempt: attempt,
            generation: try row.decode(atIndex: 8),
            isStale: try row.decode(Bool?.self, atIndex: 2) ?? false,
            isSlow: try row.decode(atIndex: 11),
            message: ClaimedDelivery.Message(
                endpoint: try row.text(3),
                webhookID: try row.text(4),
                type: try row.optionalText(5),
                headers: HeaderList.deferred(json: try row.text(9)),
                body: try row.bytes(7),
                receivedAt: try row.date(6)
            )
        )
        return (claimed, try row.decode(atIndex: 12))
    }

    /// Makes a pending delivery dead whose message, or whose own row, is damaged.
    private func bury(_ id: Int64) throws {
        let error = "The database is damaged where this event is stored; restore it from a backup"
        let delivery = try deliveryRows(where: "id = ?", [id]).first
        try run(
            """
            UPDATE deliveries SET state = 'dead', interruptions = 0, suspect = 0, place = NULL, awaited = 0,
                last_error = CAST(? AS TEXT)
            WHERE id = ?
            """,
            [error, id]
        )
        if let delivery { try unblockNext(after: delivery) }
    }
}
