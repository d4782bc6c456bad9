import EventStore
import Foundation
import GRDB

extension InboxTransaction {
    /// The place of a delivery that becomes open; the head learns that somebody waits for it.
    ///
    /// Who becomes the head is to be noted, once it has a key.
    func enterLane(_ lane: String?, of handler: HandlerID) throws -> LanePlace? {
        guard let lane else { return nil }
        guard let head = try laneHead(lane, of: handler) else { return .head }
        if !head.isAwaited {
            try run("UPDATE deliveries SET awaited = 1 WHERE id = ?", [head.id])
        }
        return .blocked
    }

    /// Remembers who is the head of a lane.
    func noteHead(_ delivery: Int64, _ lane: String?, of handler: HandlerID) throws {
        guard let lane else { return }
        try loadHeads()
        memory.heads?.insert(delivery, lane, of: handler)
    }

    private func laneHead(_ lane: String, of handler: HandlerID) throws -> DeliveryRow? {
        try loadHeads()
        switch memory.heads?.head(lane, of: handler) {
        case .free: return nil
        case .head(let id):
            let head = try deliveryRows(where: "id = ?", [id]).first
            if let head, head.isHead(of: lane, handler) { return head }
            // The head of another lane, which has the same hash.
            return try searchHead(lane, of: handler)
        case .unknown, nil: return try searchHead(lane, of: handler)
        }
    }

    /// Goes through all open deliveries of a handler: for a lane that has its hash in common with another one.
    private func searchHead(_ lane: String, of handler: HandlerID) throws -> DeliveryRow? {
        try deliveryRows(
            where: """
                state IN ('pending', 'running') AND handler = CAST(? AS TEXT) AND lane = CAST(? AS TEXT)
                AND place = 'head'
                """,
            [ExactText(handler.rawValue), ExactText(lane)]
        ).first
    }

    private func loadHeads() throws {
        guard memory.heads == nil else { return }
        var heads = LaneHeads()
        let open = "SELECT id, lane, handler FROM deliveries WHERE state IN ('pending', 'running') AND place = 'head'"
        _ = try fetch(open, []) { row in
            heads.insert(try row.decode(atIndex: 0), try row.text(1), of: HandlerID(rawValue: try row.text(2)))
        }
        heads.isChanged = false
        memory.heads = heads
    }

    /// Gives the place of a delivery that was the head of its lane to the next one, if somebody waits.
    func unblockNext(after delivery: DeliveryRow) throws {
        guard delivery.place == .head, let lane = delivery.lane else { return }
        memory.heads?.remove(lane, of: delivery.handler)
        guard delivery.isAwaited else { return }
        let blocked = try firstTwoBlocked(lane, of: delivery.handler)
        guard let next = blocked.first else { return }
        try run("UPDATE deliveries SET place = 'head', awaited = ? WHERE id = ?", [blocked.count > 1, next])
        try noteHead(next, lane, of: delivery.handler)
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
}

extension LaneRule {
    /// The last first failure, in microseconds, for which nobody waits any longer.
    func latestFailure(overtakenAt now: Date) -> Int64 {
        now.microseconds.saturatingMinus(patience.microseconds)
    }

    func overtakingDate(failingSince: Int64) -> Date {
        Date(microseconds: failingSince.saturatingPlus(patience.microseconds))
    }
}
