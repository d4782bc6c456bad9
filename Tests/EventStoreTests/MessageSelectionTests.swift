import CSQLite
import EventStore
import Foundation
import GRDB
import Testing

@testable import EventStoreSQLite

struct MessageSelectionTests {
    private static func query(_ change: (inout MessageQuery) -> Void) -> MessageQuery {
        EventStoreConformanceTests.query(change)
    }

    /// Queries, and what they must walk along; `b` is where a page begins, in either order.
    private static let plans: [(MessageQuery, String)] = [
        (query { _ in }, "messages USING INTEGER PRIMARY KEY (rowidb)"),
        (query { $0.types = ["order.paid"] }, "messages_by_type (type=? AND rowidb)"),
        (query { $0.types = ["order.paid", "order.refunded"] }, "messages_by_type (type=? AND rowidb)"),
        (query { $0.types = ["order.*"] }, "messages_by_type (type=? AND rowidb)"),
        (query { $0.isPruned = false }, "messages USING INTEGER PRIMARY KEY (rowidb)"),
        (query { $0.subject = "customer:1" }, "messages_by_subject (<expr>=? AND subject=? AND rowidb)"),
        (query { $0.idPrefix = "msg_" }, "messages USING INTEGER PRIMARY KEY (rowid=?)"),
        (query { $0.receivedFrom = .moment() }, "messages USING INTEGER PRIMARY KEY (rowid>?"),
        (query { $0.receivedBefore = .moment() }, "messages USING INTEGER PRIMARY KEY (rowid"),
        (query { $0.handler = "log" }, states("message_idb")),
        (query { $0.states = [.dead] }, states("message_idb")),
        (query { $0.states = [.succeeded, .pending] }, states("message_idb")),
        (
            query {
                $0.handler = "log"
                $0.states = [.succeeded]
            }, states("message_idb")
        ),
        (
            query {
                $0.types = ["order.paid"]
                $0.states = [.dead]
            }, states("message_idb")
        ),
        (
            query {
                $0.types = ["order.paid"]
                $0.states = [.succeeded]
            }, "messages_by_type (type=? AND rowidb)"
        ),
    ]

    private static func states(_ bound: String) -> String {
        "deliveries_by_state (state=? AND handler=? AND \(bound)"
    }

    private let folder: TemporaryFolder
    private let database: InboxDatabase

    init() throws {
        folder = try TemporaryFolder()
        database = try InboxDatabase(path: folder.database, schema: .current)
        try database.write { database in
            for id in 1...3 {
                _ = try database.append(.sample("msg_\(id)", handlers: ["log", "other"], lane: "a"))
            }
            try database.execute(sql: "UPDATE deliveries SET state = 'dead', place = NULL WHERE message_id = 1")
        }
    }

    private func plan(_ sql: SQL) async throws -> [String] {
        try await database.read("test") { database in
            try SQLRequest<Row>(literal: "EXPLAIN QUERY PLAN \(sql)").fetchAll(database).map { $0["detail"] as String }
        }
    }

    private func expectIndexWalk(_ plan: [String], along step: String) {
        #expect(plan.contains { $0.hasPrefix("SEARCH ") && $0.contains(step) }, "\(plan)")
        #expect(!plan.contains { $0.contains("TEMP B-TREE") }, "\(plan)")
        #expect(!plan.contains { $0.hasPrefix("SCAN messages") || $0.hasPrefix("SCAN deliveries") }, "\(plan)")
    }

    @Test(arguments: plans.indices, [(MessagePage.Order.newestFirst, "<?"), (.oldestFirst, ">?")])
    func `walks along an index in order of arrival`(
        index: Int,
        order: (page: MessagePage.Order, bound: String)
    ) async throws {
        let (query, step) = Self.plans[index]
        let (types, walks) = try await database.read("test") { database in
            let types = try database.types(query.types)
            return (types, try database.walks(for: query, types))
        }
        #expect(!walks.isEmpty)
        let page = MessagePage(order.page, after: 2, limit: 9)
        let selection = MessageSelection(query: query, types: types, page: page)
        let expected = step.replacing("rowidb", with: "rowid" + order.bound)
            .replacing("message_idb", with: "message_id" + order.bound)
        expectIndexWalk(try await plan(selection.sql(walks)), along: expected)
        await database.close()
    }

    @Test func `looks up an id prefix in the index of the ids`() async throws {
        let prefix = try #require(TextPrefix("msg_"))
        let step = "(endpoint=? AND webhook_id>? AND webhook_id<?)"
        expectIndexWalk(
            try await plan(Database.rows(with: prefix)),
            along: "sqlite_autoindex_messages_1 \(step)"
        )
        await database.close()
    }

    @Test func `looks up the types that begin so in their index`() async throws {
        let prefix = try #require(TextPrefix("order."))
        expectIndexWalk(try await plan(Database.types(with: prefix)), along: "messages_by_type (type>?)")
        await database.close()
    }

    @Test func `walks along what is due to claim`() async throws {
        let plan = try await plan(SQL(sql: Database.dueDeliveries, arguments: ["log", 0, 0, 1]))
        #expect(
            plan == [
                "SEARCH deliveries USING INDEX due_deliveries (handler=? AND slow=? AND next_attempt_at<?)",
                "SEARCH messages USING INTEGER PRIMARY KEY (rowid=?)",
                "SEARCH topics USING PRIMARY KEY (handler=? AND topic=?) LEFT-JOIN",
            ]
        )
        let earliest = try await self.plan(SQL(sql: Database.earliestDelivery, arguments: ["log", 0]))
        #expect(earliest == ["SEARCH deliveries USING INDEX due_deliveries (handler=? AND slow=?)"])
        let suspects = try await self.plan(SQL(sql: Database.suspects))
        #expect(suspects.first == "SCAN deliveries USING INDEX suspects")
        await database.close()
    }

    @Test func `does not sort what begins so in most messages`() async throws {
        try database.write { database in
            try database.execute(
                sql: """
                    WITH RECURSIVE n (n) AS (VALUES (10) UNION ALL SELECT n + 1 FROM n LIMIT ?)
                    INSERT INTO messages (endpoint, webhook_id, headers, received_at, body)
                    SELECT 'polar', 'msg_' || n, '[]', 0, X'' FROM n
                    """,
                arguments: [Database.prefixLimit]
            )
        }
        let query = Self.query { $0.idPrefix = "msg_" }
        let rows = try await database.read("test") { database in
            #expect(try database.walks(for: query, nil).map { "\($0)" } == ["all"])
            return try database.rows(query, MessagePage(.oldestFirst, after: 1, limit: 3))
        }
        #expect(rows == [2, 3, 4])
        await database.close()
    }

    // MARK: Long inboxes

    /// Stores messages of one type, each a second after the one before, with a delivery to `log` that succeeded.
    private func fill(_ count: Int) throws {
        try database.write { database in
            try database.execute(
                sql: """
                    WITH RECURSIVE n (n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM n LIMIT :count)
                    INSERT INTO messages (id, endpoint, webhook_id, type, headers, received_at, body)
                    SELECT 10 + n, 'polar', 'many_' || n, 'order.paid', '[]', :start + n * 1000000, X'' FROM n;
                    INSERT INTO arrivals SELECT id >> 10, min(received_at), max(received_at) FROM messages GROUP BY 1
                    ON CONFLICT DO UPDATE SET earliest = excluded.earliest, latest = excluded.latest;
                    INSERT INTO deliveries (message_id, handler, state, attempt, interruptions, next_attempt_at)
                    SELECT id, 'log', 'succeeded', 1, 0, 0 FROM messages WHERE id > 10;
                    """,
                arguments: ["count": count, "start": Date.moment().microseconds]
            )
        }
    }

    /// The rows of a page, and how many steps SQLite took for them.
    private func steps(_ query: MessageQuery, _ page: MessagePage) async throws -> (rows: [Int64], steps: Int32) {
        try await database.read("test") { database in
            let types = try database.types(query.types)
            let walks = try database.walks(for: query, types)
            let selection = MessageSelection(query: query, types: types, page: page)
            let (sql, arguments) = try selection.sql(walks).build(database)
            let statement = try database.makeStatement(sql: sql)
            let rows = try Int64.fetchAll(statement, arguments: arguments)
            return (rows, sqlite3_stmt_status(statement.sqliteStatement, SQLITE_STMTSTATUS_VM_STEP, 0))
        }
    }

    @Test(arguments: [(MessagePage.Order.newestFirst, 1_000.0), (.oldestFirst, 99_000.0)])
    func `goes at once to the time that is asked for`(order: MessagePage.Order, second: Double) async throws {
        try fill(100_000)
        let query = Self.query {
            $0.receivedFrom = .moment(second)
            $0.receivedBefore = .moment(second + 10)
        }
        let (rows, steps) = try await steps(query, MessagePage(order, limit: 20))
        #expect(rows.count == 10)
        #expect(steps < 50_000)
        await database.close()
    }

    @Test func `walks along few deliveries rather than along many messages of a type`() async throws {
        try fill(Database.shortWalk + 1)
        let query = Self.query {
            $0.types = ["order.paid"]
            $0.handler = "other"
        }
        let (rows, steps) = try await steps(query, MessagePage(limit: 20))
        #expect(rows == [3, 2, 1])
        #expect(steps < 1_000)
        await database.close()
    }
}
