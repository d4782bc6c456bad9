import EventStore
import Foundation
import GRDB

extension Database {
    /// Makes deliveries of messages pending again; the earliest of a lane becomes its head, where it has none.
    func replay(
        messages rows: [Int64],
        handler: HandlerID?,
        states: Set<DeliveryState>,
        now: Date
    ) throws -> [HandlerID: Int] {
        var counts: [HandlerID: Int] = [:]
        for row in Set(rows).sorted() {
            for handler in try replay(message: row, handler, states, now: now) {
                counts[handler, default: 0] += 1
            }
        }
        return counts
    }

    /// The handlers whose deliveries of a message are pending again.
    private func replay(
        message: Int64,
        _ handler: HandlerID?,
        _ states: Set<DeliveryState>,
        now: Date
    ) throws -> [HandlerID] {
        let deliveries = try deliveryRows(ofMessage: message).filter { handler == nil || $0.handler == handler }
        if let handler, deliveries.isEmpty {
            return try insertDelivery(ofMessage: message, to: handler, due: now) ? [handler] : []
        }
        let meant = deliveries.filter { $0.state != .running && (states.isEmpty || states.contains($0.state)) }
        for delivery in meant {
            try revive(delivery, now: now)
        }
        return meant.map(\.handler)
    }

    /// False where there is no such message.
    private func insertDelivery(ofMessage id: Int64, to handler: HandlerID, due: Date) throws -> Bool {
        let subjects = try fetch("SELECT subject FROM messages WHERE id = ?", [id]) { try $0.optionalText(0) }
        guard let subject = subjects.first else { return false }
        try insert(NewDelivery(handler: handler, lane: subject), ofMessage: id, due: due)
        return true
    }

    /// Makes a delivery that is not running pending, as if it was new; it keeps the place it has in its lane.
    func revive(_ delivery: DeliveryRow, now: Date) throws {
        let place = try delivery.hasPlace ? delivery.place : enterLane(delivery.lane, of: delivery.handler)
        try run(
            """
            UPDATE deliveries SET state = 'pending', attempt = 0, interruptions = 0, next_attempt_at = ?, place = ?,
                failing_since = NULL
            WHERE id = ?
            """,
            [now.microseconds, place?.rawValue, delivery.id]
        )
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
