import EventStore
import Foundation
import GRDB

/// Writes messages with plain SQL, hundreds of thousands in a transaction, and in the same order as they would arrive.
///
/// The indices are there from the beginning: their pages are as full as those of an inbox that has grown.
struct InboxFiller {
    private static let piece = 200_000

    /// The newest messages wait for their delivery.
    private static let pending = 2_000

    private let queue: DatabaseQueue
    private let rows: Int
    private let end = Date()

    init(path: String, rows: Int) throws {
        var configuration = Configuration()
        configuration.prepareDatabase { database in
            // A file that is not whole is thrown away. The cache holds all pages of the indices, 4 GB at most.
            try database.execute(sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
            try database.execute(sql: "PRAGMA cache_size = -4000000")
        }
        queue = try DatabaseQueue(path: path, configuration: configuration)
        self.rows = rows
    }

    func fill() throws {
        try queue.writeWithoutTransaction { try makeTypes(in: $0) }
        for first in stride(from: 1, through: rows, by: Self.piece) {
            let last = min(first + Self.piece - 1, rows)
            try queue.write { database in
                try insertMessages(first...last, into: database)
                try insertDeliveries(first...last, into: database)
                try noteArrivals(first...last, in: database)
            }
            try FileHandle.standardError.write(contentsOf: Data("\(last) messages\r".utf8))
        }
        try queue.close()
    }

    private func makeTypes(in database: Database) throws {
        try database.execute(sql: "CREATE TEMP TABLE types (first INTEGER PRIMARY KEY, name TEXT)")
        for (first, type) in InboxShape.types {
            try database.execute(sql: "INSERT INTO types VALUES (?, ?)", arguments: [first, type])
        }
    }

    /// The random numbers are made in a table of their own, because each mention of one would be another number.
    private func insertMessages(_ ids: ClosedRange<Int>, into database: Database) throws {
        let span = Int(InboxShape.days * 86_400 * 1_000_000)
        let start = Int(end.timeIntervalSince1970 * 1_000_000) - span
        try database.execute(
            sql: """
                WITH RECURSIVE numbers (id) AS (SELECT :first UNION ALL SELECT id + 1 FROM numbers WHERE id < :last),
                picks AS MATERIALIZED (
                    SELECT id, abs(random() % 1000000) AS type, abs(random() % :subjects) AS subject,
                        lower(hex(randomblob(16))) AS bytes, :start + id * :step AS received FROM numbers
                )
                INSERT INTO messages
                (id, endpoint, webhook_id, type, timestamp, api_version, subject, headers, received_at, body)
                SELECT
                    id, :endpoint,
                    substr(bytes, 1, 8) || '-' || substr(bytes, 9, 4) || '-4' || substr(bytes, 14, 3) || '-a'
                        || substr(bytes, 18, 3) || '-' || substr(bytes, 21, 12),
                    (SELECT name FROM types WHERE first <= picks.type ORDER BY first DESC LIMIT 1),
                    received, '2026-10',
                    printf('customer:%08x-5c8e-4c5f-9d0b-6d1f0a7b9e42', subject),
                    '[["webhook-timestamp","1795629600"],["webhook-signature","v1,' || hex(randomblob(22))
                        || '"],["webhook-api-version","2026-10"],["content-type","application/json"],'
                        || '["user-agent","polar.sh webhooks"]]',
                    received, CAST(hex(randomblob(100)) AS BLOB)
                FROM picks
                """,
            arguments: [
                "first": ids.lowerBound, "last": ids.upperBound, "subjects": InboxShape.subjects, "start": start,
                "step": span / rows, "endpoint": InboxShape.endpoint,
            ]
        )
    }

    /// The pending ones are in no lane: that spares finding out which of them would be a head.
    private func insertDeliveries(_ ids: ClosedRange<Int>, into database: Database) throws {
        try database.execute(
            sql: """
                INSERT INTO deliveries
                (message_id, handler, state, attempt, interruptions, next_attempt_at, lane, last_error)
                SELECT
                    id, :handler,
                    CASE WHEN id > :done THEN 'pending' WHEN id % 5000 = 1 THEN 'dead'
                        WHEN id % 5000 = 2 THEN 'dismissed' WHEN id % 1000 = 3 THEN 'superseded' ELSE 'succeeded' END,
                    id <= :done, 0, received_at, iif(id > :done, NULL, subject),
                    iif(id % 5000 IN (1, 2), 'The other side answered 500.', NULL)
                FROM messages WHERE id BETWEEN :first AND :last
                """,
            arguments: [
                "first": ids.lowerBound, "last": ids.upperBound, "done": rows - Self.pending,
                "handler": InboxShape.handler.rawValue,
            ]
        )
    }

    /// As the migration to the schema's second version does it.
    private func noteArrivals(_ ids: ClosedRange<Int>, in database: Database) throws {
        try database.execute(
            sql: """
                INSERT INTO arrivals
                SELECT id >> 10, min(received_at), max(received_at) FROM messages WHERE id BETWEEN ? AND ? GROUP BY 1
                ON CONFLICT (block) DO UPDATE SET latest = excluded.latest
                """,
            arguments: [ids.lowerBound, ids.upperBound]
        )
    }
}
