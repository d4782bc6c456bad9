import EventStore
import Foundation
import GRDB

extension InboxTransaction {
    /// Makes deliveries of messages pending again; the earliest of a lane becomes its head, where it has none.
    func replay(messages rows: [Int64], _ rule: ReplayRule, now: Date) throws -> [HandlerID: Int] {
        var counts: [HandlerID: Int] = [:]
        for row in Set(rows).sorted() {
            for handler in try replay(message: row, rule, now: now) {
                counts[handler, default: 0] += 1
            }
        }
        return counts
    }

    /// The handlers whose deliveries of a message are pending again.
    private func replay(message: Int64, _ rule: ReplayRule, now: Date) throws -> [HandlerID] {
        guard let subject = try subjectOfKept(message) else { return [] }
        let deliveries = try deliveryRows(ofMessage: message)
        if rule.backfills, let handler = rule.handler, !deliveries.contains(where: { $0.handler == handler }) {
            try insert(NewDelivery(handler: handler, lane: subject), ofMessage: message, due: now)
            return [handler]
        }
        let meant = deliveries.filter { rule.takes($0.handler, $0.state) }
        for delivery in meant {
            try revive(delivery, asNew: rule.asNew, now: now)
        }
        return meant.map(\.handler)
    }

    /// The subject of a message, itself nil where there is no such message or its body is gone.
    private func subjectOfKept(_ id: Int64) throws -> String?? {
        try fetch("SELECT subject FROM messages WHERE id = ? AND headers <> ''", [id]) { try $0.optionalText(0) }.first
    }

    /// Makes a delivery that is not running pending, as if it was new; it keeps the place it has in its lane.
    func revive(_ delivery: DeliveryRow, asNew: Bool = false, now: Date) throws {
        let place = try delivery.hasPlace ? delivery.place : enterLane(delivery.lane, of: delivery.handler)
        try run(
            """
            UPDATE deliveries SET state = 'pending', attempt = 0, interruptions = 0, suspect = 0, slow = 0,
                next_attempt_at = ?, place = ?, failing_since = NULL, generation = generation + ?
            WHERE id = ?
            """,
            [now.microseconds, place?.rawValue, asNew ? 1 : 0, delivery.id]
        )
        if place == .head { try noteHead(delivery.id, delivery.lane, of: delivery.handler) }
    }

    /// Lets dead deliveries of messages rest; the number of them.
    func dismiss(messages rows: [Int64], handler: HandlerID?) throws -> Int {
        let dead = try Set(rows).flatMap(deliveryRows(ofMessage:)).filter { delivery in
            delivery.state == .dead && (handler == nil || delivery.handler == handler)
        }
        for delivery in dead {
            try run("UPDATE deliveries SET state = 'dismissed' WHERE id = ?", [delivery.id])
        }
        return dead.count
    }
}
