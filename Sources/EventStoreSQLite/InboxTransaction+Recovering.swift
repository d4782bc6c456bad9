import EventStore
import Foundation
import GRDB

extension InboxTransaction {
    /// Makes running deliveries pending again, or dead after too many ends of a process at which each was the only suspect.
    func recoverRunningDeliveries(harmless: Set<HandlerID>, now: Date) throws -> RecoverySummary {
        let running = try fetch("SELECT id, handler FROM deliveries WHERE state = 'running' ORDER BY id", []) { row in
            (id: try row.decode(Int64.self, atIndex: 0), handler: HandlerID(rawValue: try row.text(1)))
        }
        let suspects = Set(running.filter { !harmless.contains($0.handler) }.map(\.id))
        var crashed = 0
        for (id, _) in running {
            // Read one by one, because the end of one can change the place of the next.
            guard let delivery = try runningDelivery(id) else { continue }
            if suspects.contains(id) {
                if try !resume(suspect: delivery, isAlone: suspects.count == 1, now: now) { crashed += 1 }
            } else {
                try resume(delivery, now: now)
            }
        }
        try beginAnew(ifSetBackTo: now.microseconds)
        return RecoverySummary(
            resumed: running.count - crashed,
            suspects: suspects.count - crashed,
            crashed: crashed
        )
    }

    private func resume(_ delivery: DeliveryRow, now: Date) throws {
        let error = RecoverySummary.interruption
        try keepAttempt(of: delivery, error: error, now: now)
        try retry(delivery, at: delivery.dueAt, error: error, now: now)
    }

    /// False when the delivery is dead now.
    private func resume(suspect delivery: DeliveryRow, isAlone: Bool, now: Date) throws -> Bool {
        let error = isAlone ? RecoverySummary.crash : RecoverySummary.interruption
        let interruptions = max(0, delivery.interruptions) + (isAlone ? 1 : 0)
        try keepAttempt(of: delivery, error: error, now: now)
        guard interruptions < RecoverySummary.crashLimit else {
            try end(delivery, .dead, error: error, interruptions: interruptions)
            return false
        }
        let due = delivery.dueAt
        try retry(delivery, at: due, error: error, interruptions: interruptions, isSuspect: true, now: now)
        return true
    }

    // MARK: The clock

    /// In microseconds, some 70,000 years from 1970: dates up to it can be added without an overflow.
    private static let latestDate: Int64 = 1 << 61

    /// Lets open deliveries wait as long as they were meant to, where their dates are of a clock that was set back since.
    ///
    /// A delay is known from the start of the attempt before it; a delivery without an attempt never had one.
    private func beginAnew(ifSetBackTo now: Int64) throws {
        try run(
            """
            UPDATE deliveries SET
                next_attempt_at = iif(
                    next_attempt_at > ?1, ?1 + max(0, min(next_attempt_at, ?2) - started_at), next_attempt_at
                ),
                started_at = ?1
            WHERE state = 'pending' AND started_at > ?1
            """,
            [now, Self.latestDate]
        )
        try run(
            "UPDATE deliveries SET next_attempt_at = ?1 WHERE state = 'pending' AND attempt = 0 AND next_attempt_at > ?1",
            [now]
        )
        try run("UPDATE deliveries SET failing_since = ?1 WHERE state = 'pending' AND failing_since > ?1", [now])
    }

    /// Moves the dates of open deliveries with a clock that was set, unless they were taken from it since.
    ///
    /// A clock that was set ahead shows no date before `now - change`. One that was set back is noticed within a minute.
    func moveOpenDeliveries(by change: Int64, now: Int64) throws {
        let change = min(max(change, -Self.latestDate), Self.latestDate)
        try run(
            """
            UPDATE deliveries SET next_attempt_at = min(next_attempt_at, ?2) + ?1, started_at = started_at + ?1,
                failing_since = failing_since + ?1, overdue_at = overdue_at + ?1
            WHERE state IN ('pending', 'running') AND iif(
                ?1 > 0,
                iif(attempt = 0, next_attempt_at, coalesce(started_at, next_attempt_at)) <= ?3 - ?1,
                iif(attempt = 0, next_attempt_at, coalesce(started_at, next_attempt_at)) NOT BETWEEN ?3 - 60000000 AND ?3
            )
            """,
            [change, Self.latestDate, now]
        )
    }
}
