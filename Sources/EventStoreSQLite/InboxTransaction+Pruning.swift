import EventStore
import Foundation
import GRDB

extension InboxTransaction {
    /// Empties messages whose deliveries are all done, and removes those that arrived before `limit`.
    func prune(messages rows: [Int64], keepingIDsSince limit: Date) throws -> Int {
        let count = try Set(rows).count { try prune($0, keepingIDsSince: limit) }
        if count > 0 { try lowerExaminedRow() }
        return count
    }

    /// Prunes messages now if their deliveries are all done, and else as soon as a later call finds them done.
    func erase(messages rows: [Int64], keepingIDsSince limit: Date) throws -> Int {
        for row in Set(rows) {
            try run(
                "INSERT OR IGNORE INTO erasing (message_id) SELECT id FROM messages WHERE id = ? AND headers <> ''",
                [row]
            )
        }
        let done = try fetch(
            """
            SELECT message_id FROM erasing
            WHERE NOT EXISTS (SELECT * FROM deliveries WHERE deliveries.message_id = erasing.message_id
                AND state IN ('pending', 'running', 'dead'))
            """,
            []
        ) { row in
            try row.decode(Int64.self, atIndex: 0)
        }
        let count = try prune(messages: done, keepingIDsSince: limit)
        for row in done { try run("DELETE FROM erasing WHERE message_id = ?", [row]) }
        return count
    }

    /// False for a message that is not done, or was emptied before and is to stay.
    private func prune(_ message: Int64, keepingIDsSince limit: Date) throws -> Bool {
        let deliveries = try deliveryRows(ofMessage: message)
        guard deliveries.allSatisfy(\.state.isFinal) else { return false }
        guard try remove(message, before: limit) || empty(message) else { return false }
        for delivery in deliveries { try forgetTopic(of: delivery) }
        return true
    }

    /// False for a message that is to stay.
    private func remove(_ message: Int64, before limit: Date) throws -> Bool {
        try run("DELETE FROM messages WHERE id = ? AND received_at < ?", [message, limit.microseconds])
        return hasChangedRows
    }

    /// False for a message that was emptied before.
    private func empty(_ message: Int64) throws -> Bool {
        try run(
            "UPDATE messages SET headers = '', body = X'', subject = NULL WHERE id = ? AND headers <> ''",
            [message]
        )
        guard hasChangedRows else { return false }
        try clearDeliveries(ofMessage: message)
        return true
    }

    /// Takes from deliveries that are done what tells of their message.
    func clearDeliveries(ofMessage message: Int64) throws {
        let done = "message_id = ? AND state IN ('succeeded', 'dismissed', 'superseded')"
        try run("DELETE FROM attempts WHERE delivery_id IN (SELECT id FROM deliveries WHERE \(done))", [message])
        try run("UPDATE deliveries SET last_error = NULL, lane = NULL, topic = NULL WHERE \(done)", [message])
    }

    /// Forgets the topic that a delivery had, if no other delivery has it.
    func forgetTopic(of delivery: DeliveryRow) throws {
        guard let topic = delivery.topic else { return }
        try run(
            """
            DELETE FROM topics WHERE handler = CAST(?1 AS TEXT) AND topic = CAST(?2 AS TEXT) AND NOT EXISTS (
                SELECT * FROM deliveries WHERE topic = CAST(?2 AS TEXT) AND handler = CAST(?1 AS TEXT)
            )
            """,
            [ExactText(delivery.handler.rawValue), ExactText(topic)]
        )
    }

    // MARK: Retention

    /// Remembers how far retention has come, and the digests of further subjects whose messages must not stay.
    func keep(_ progress: RetentionProgress, erasing digests: Set<[UInt8]>) throws {
        try run(
            "UPDATE retention SET swept_at = ?, examined_row = ?",
            [progress.sweptAt?.microseconds, progress.examinedRow]
        )
        try lowerExaminedRow()
        for digest in digests { try run("INSERT OR IGNORE INTO erasures (subject) VALUES (?)", [Data(digest)]) }
    }

    /// Has the highest row examined again once another message can get it: SQLite gives rows behind the highest one.
    private func lowerExaminedRow() throws {
        try run(
            "UPDATE retention SET examined_row = min(examined_row, coalesce((SELECT max(id) FROM messages), 0))",
            []
        )
    }
}

extension Database {
    /// Returns how far retention has come.
    func retentionProgress() throws -> RetentionProgress {
        try fetch("SELECT swept_at, examined_row FROM retention", []) { row in
            RetentionProgress(sweptAt: try row.optionalDate(0), examinedRow: try row.decode(atIndex: 1))
        }.first ?? RetentionProgress()
    }

    /// The digests of all subjects whose messages must not stay.
    func erasedSubjects() throws -> Set<[UInt8]> {
        Set(try fetch("SELECT subject FROM erasures", []) { try $0.bytes(0) })
    }
}
