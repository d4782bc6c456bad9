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
        if let successor = rule.successor {
            return try handOver(meant, of: deliveries, to: successor, subject: subject, now: now)
        }
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

    /// Dismisses deliveries of messages that are in one of these states; returns the number of them.
    func dismiss(messages rows: [Int64], handler: HandlerID?, states: Set<DeliveryState>) throws -> Int {
        let allowed = states.intersection(DeliveryState.dismissable)
        // By their rows, because a dismissal can change the place of a later delivery in its lane.
        let selected = try Set(rows).sorted().flatMap(deliveryRows(ofMessage:)).filter { delivery in
            allowed.contains(delivery.state) && (handler == nil || delivery.handler == handler)
        }.map(\.id)
        for id in selected { try dismiss(id) }
        return selected.count
    }

    /// Dismisses a delivery; the next one of its lane becomes the head where it was that.
    private func dismiss(_ id: Int64) throws {
        guard let delivery = try deliveryRows(where: "id = ?", [id]).first else { return }
        let place = delivery.place == .overtaken ? delivery.place : nil
        try run(
            "UPDATE deliveries SET state = 'dismissed', suspect = 0, place = ?, awaited = 0 WHERE id = ?",
            [place?.rawValue, id]
        )
        try unblockNext(after: delivery)
    }

    /// Gives the successor a delivery of a message in the place of those that are selected.
    private func handOver(
        _ selected: [DeliveryRow],
        of deliveries: [DeliveryRow],
        to successor: HandlerID,
        subject: String?,
        now: Date
    ) throws -> [HandlerID] {
        guard let message = selected.first?.message else { return [] }
        for delivery in selected { try dismiss(delivery.id) }
        if !deliveries.contains(where: { $0.handler == successor }) {
            try insert(NewDelivery(handler: successor, lane: subject), ofMessage: message, due: now)
        }
        return [successor]
    }
}
