import EventStore
import Foundation
import GRDB

extension Database {
    /// The place of a delivery that becomes open; the head learns that somebody waits for it.
    func enterLane(_ lane: String?, of handler: HandlerID) throws -> LanePlace? {
        guard let lane else { return nil }
        guard let head = try laneHead(lane, of: handler) else { return .head }
        if !head.isAwaited {
            try run("UPDATE deliveries SET awaited = 1 WHERE id = ?", [head.id])
        }
        return .blocked
    }

    private func laneHead(_ lane: String, of handler: HandlerID) throws -> (id: Int64, isAwaited: Bool)? {
        let heads = try fetch(
            """
            SELECT id, awaited FROM deliveries
            WHERE handler = CAST(? AS TEXT) AND lane = CAST(? AS TEXT) AND place = 'head'
            """,
            [ExactText(handler.rawValue), ExactText(lane)]
        ) { row in
            (id: try row.decode(Int64.self, atIndex: 0), isAwaited: try row.decode(Bool.self, atIndex: 1))
        }
        return heads.first
    }

    /// Gives the place of a delivery that was the head of its lane to the next one, if somebody waits.
    func unblockNext(after delivery: DeliveryRow) throws {
        guard delivery.place == .head, delivery.isAwaited, let lane = delivery.lane else { return }
        let blocked = try firstTwoBlocked(lane, of: delivery.handler)
        guard let next = blocked.first else { return }
        try run("UPDATE deliveries SET place = 'head', awaited = ? WHERE id = ?", [blocked.count > 1, next])
    }

    private func firstTwoBlocked(_ lane: String, of handler: HandlerID) throws -> [Int64] {
        try fetch(
            """
            SELECT id FROM deliveries
            WHERE handler = CAST(? AS TEXT) AND lane = CAST(? AS TEXT) AND place = 'blocked' ORDER BY id LIMIT 2
            """,
            [ExactText(handler.rawValue), ExactText(lane)]
        ) { row in
            try row.decode(atIndex: 0)
        }
    }

    // MARK: Overtaking

    /// Lets those pass that wait for deliveries of a handler which have been failing for too long.
    func overtakeFailingHeads(of handler: HandlerID, _ rule: LaneRule, now: Date) throws {
        let failing = try deliveryRows(
            where: """
                handler = CAST(? AS TEXT) AND awaited IN (0, 1)
                AND state = 'pending' AND place = 'head' AND failing_since <= ?
                """,
            [ExactText(handler.rawValue), rule.latestFailure(overtakenAt: now)]
        )
        for head in failing {
            try overtake(head)
        }
    }

    /// Lets those pass that wait for a delivery which has just failed, if that has lasted too long.
    func overtakeIfFailing(_ delivery: DeliveryRow, _ rule: LaneRule, now: Date) throws {
        let failingSince = delivery.failingSince ?? now.microseconds
        guard delivery.place == .head, failingSince <= rule.latestFailure(overtakenAt: now) else { return }
        try overtake(delivery)
    }

    private func overtake(_ head: DeliveryRow) throws {
        try run("UPDATE deliveries SET place = 'overtaken', awaited = 0 WHERE id = ?", [head.id])
        try unblockNext(after: head)
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

extension LaneRule {
    /// The last first failure, in microseconds, for which nobody waits any longer.
    func latestFailure(overtakenAt now: Date) -> Int64 {
        now.microseconds.saturatingMinus(patience.microseconds)
    }

    fileprivate func overtakingDate(failingSince: Int64) -> Date {
        Date(microseconds: failingSince.saturatingPlus(patience.microseconds))
    }
}
