import EventStore
import Foundation
import GRDB
import Synchronization
import Testing

@testable import EventStoreSQLite

struct SchemaTests {
    /// The first release's schema, written out: what every later version must be able to open.
    private static let firstSchema = """
        PRAGMA application_id = 1349479506;
        CREATE TABLE messages (
            id INTEGER PRIMARY KEY, endpoint TEXT NOT NULL, webhook_id TEXT NOT NULL, type TEXT, timestamp INTEGER,
            api_version TEXT, subject TEXT, headers TEXT NOT NULL, received_at INTEGER NOT NULL, body BLOB NOT NULL,
            UNIQUE (endpoint, webhook_id)
        ) STRICT;
        CREATE TABLE deliveries (
            id INTEGER PRIMARY KEY, message_id INTEGER NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
            handler TEXT NOT NULL, state TEXT NOT NULL, attempt INTEGER NOT NULL, interruptions INTEGER NOT NULL,
            next_attempt_at INTEGER NOT NULL, lane TEXT, last_error TEXT
        ) STRICT;
        CREATE INDEX deliveries_by_message ON deliveries (message_id);
        CREATE INDEX open_deliveries ON deliveries (state, handler, next_attempt_at)
        WHERE state = 'pending' OR state = 'running' OR state = 'dead';
        CREATE TABLE probe (value BLOB NOT NULL) STRICT;
        INSERT INTO probe VALUES (zeroblob(32768));
        CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
        INSERT INTO grdb_migrations VALUES ('v1');
        """

    private static let firstRows = """
        INSERT INTO messages VALUES (
            1, 'polar', 'msg_1', 'order.paid', 1763999997500000, '2026-04', 'customer:1',
            '[["user-agent","polar.sh webhooks"]]', 1764000000000000, X'7B7D'
        );
        INSERT INTO deliveries VALUES
            (1, 1, 'log', 'succeeded', 1, 0, 1764000000000000, 'customer:1', NULL),
            (2, 1, 'forward', 'running', 2, 2, 1764000000000000, 'customer:1', 'crashed'),
            (3, 1, 'exec', 'dead', 20, 0, 1764000000000000, 'customer:1', 'no'),
            (4, 1, 'file', 'pending', 1, 0, 1764000030000000, 'customer:1', 'later');
        """

    private static let next = Schema(
        migrations: Schema.current.migrations + [
            Schema.Migration(name: "next", sql: "ALTER TABLE messages ADD COLUMN note TEXT")
        ]
    )

    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func makeFirstDatabase(_ rows: String = firstRows) throws {
        let queue = try DatabaseQueue(path: folder.database)
        try queue.writeWithoutTransaction { try $0.execute(sql: Self.firstSchema + rows) }
        try queue.close()
    }

    @Test func `opens a database of the first release`() async throws {
        try makeFirstDatabase()
        let store = try SQLiteStore(path: folder.database)
        let message = NewMessage.sample(handlers: ["log", "forward", "exec", "file"])
        #expect(try await store.messages(limit: 9).map(\.message) == [message.stored])
        // The first release blamed a delivery for every end of the process, which is forgotten.
        let summary = try await store.recoverRunningDeliveries(now: .moment())
        #expect(summary == RecoverySummary(resumed: 1, suspects: 1, crashed: 0))
        let deliveries = try await store.newestDeliveries
        #expect(deliveries.map(\.state) == [.succeeded, .pending, .dead, .pending])
        #expect(deliveries.map(\.attempt) == [1, 2, 20, 1])
        #expect(deliveries.map(\.nextAttemptAt) == [nil, .moment(), nil, .moment(30)])
        #expect(deliveries.map(\.lastError) == [nil, "crashed", "no", "later"])
        #expect(try await store.append(message) == .retrying(["exec"]))
        await store.close()
    }

    /// Five open deliveries of one lane, as the first release left them: it did not let any wait.
    private static let firstLane = """
        INSERT INTO messages
        SELECT n, 'polar', 'msg_' || n, 'order.paid', NULL, NULL, 'customer:2', '[]', 1764000000000000 - n * 1000000, X''
        FROM (SELECT 2 AS n UNION SELECT 3 UNION SELECT 4 UNION SELECT 5 UNION SELECT 6);
        INSERT INTO deliveries VALUES
            (10, 2, 'log', 'succeeded', 1, 0, 1764000000000000, 'customer:2', NULL),
            (11, 3, 'log', 'pending', 1, 0, 1764000060000000, 'customer:2', 'no'),
            (12, 4, 'log', 'running', 1, 2, 1764000000000000, 'customer:2', NULL),
            (13, 5, 'log', 'pending', 0, 0, 1764000000000000, 'customer:2', NULL),
            (14, 6, 'log', 'running', 3, 0, 1764000000000000, 'customer:2', NULL),
            (15, 6, 'free', 'pending', 0, 0, 1764000000000000, NULL, NULL),
            (16, 5, 'free', 'pending', 0, 0, 1764000000000000, NULL, NULL);
        """

    @Test func `puts the open deliveries of the first release in line`() async throws {
        try makeFirstDatabase(Self.firstRows + Self.firstLane)
        let store = try SQLiteStore(path: folder.database)
        #expect(try folder.names.contains("receiver.db.before-v2"))
        #expect(try await store.recoverRunningDeliveries(now: .moment()).resumed == 3)
        let blocked = try await store.messages(limit: 9).filter { $0.deliveries.contains(where: \.isBlocked) }
        #expect(blocked.map(\.row) == [6, 5, 4])

        #expect(try await store.run(for: "free", now: .moment()) == ["msg_6", "msg_5"])
        #expect(try await store.run(now: .moment()) == [])
        for id in ["msg_3", "msg_4", "msg_5", "msg_6"] {
            #expect(try await store.run(now: .moment(60)) == [id])
        }
        #expect(try await store.attempts(ofMessage: 6)["log"]?.map(\.attempt) == [3])
        #expect(try await store.nextAttemptDate(for: "log") == nil)
        await store.close()
    }

    @Test func `takes deliveries that an earlier version interrupted for suspects, and blames none`() async throws {
        try makeFirstDatabase(Self.firstRows + "UPDATE deliveries SET interruptions = 2 WHERE state = 'pending';")
        let store = try SQLiteStore(path: folder.database)
        let suspect = try #require(try await store.claimSuspect(of: ["file", "forward"], now: .moment()))
        #expect(suspect.handler == "file")
        #expect(try await store.claimSuspect(of: ["file"], now: .moment()) == nil)
        await store.close()
    }

    @Test func `lists the messages of the first release by every condition`() async throws {
        try makeFirstDatabase(Self.firstRows + Self.firstLane)
        let store = try SQLiteStore(path: folder.database)
        var query = MessageQuery()
        query.receivedFrom = .moment(-5)
        query.receivedBefore = .moment(-3)
        #expect(try await store.webhookIDs(query) == ["msg_5", "msg_4"])
        query.subject = "customer:2"
        query.states = [.pending]
        query.types = ["order.paid"]
        query.handler = "log"
        #expect(try await store.webhookIDs(query) == ["msg_5"])
        await store.close()
    }

    @Test(arguments: Schema.current.migrations.indices.dropFirst())
    func `brings every earlier schema up to date, and keeps what is in it`(version: Int) async throws {
        let earlier = Schema(migrations: Array(Schema.current.migrations.prefix(version)))
        let old = try InboxDatabase(path: folder.database, schema: earlier)
        try old.write { database in
            try database.execute(
                sql: """
                    INSERT INTO messages (endpoint, webhook_id, type, subject, headers, received_at, body)
                    VALUES ('polar', 'msg_1', 'order.paid', 'customer:1', '[]', 1764000000000000, X'7B7D');
                    INSERT INTO deliveries
                    (message_id, handler, state, attempt, interruptions, next_attempt_at, last_error)
                    VALUES (1, 'log', 'pending', 1, 0, 1764000000000000, 'later'),
                        (1, 'exec', 'dead', 20, 0, 1764000000000000, 'no')
                    """
            )
        }
        await old.close()
        let store = try SQLiteStore(path: folder.database)
        #expect(try folder.names.contains("receiver.db.before-v\(version + 1)"))
        #expect(try await store.newestDeliveries.map(\.attempt) == [1, 20])
        #expect(try await store.body(ofMessage: 1) == Array("{}".utf8))
        #expect(try await store.run(now: .moment()) == ["msg_1"])
        #expect(try await store.append(.sample()) == .retrying(["exec"]))
        #expect(try await store.append(.sample("msg_2", lane: "customer:1")) == .accepted)
        await store.close()
    }

    @Test func `takes from emptied messages of the fourth schema what they no longer have`() async throws {
        let fourth = Schema(migrations: Array(Schema.current.migrations.prefix(4)))
        let old = try InboxDatabase(path: folder.database, schema: fourth)
        try old.write { database in
            try database.execute(
                sql: """
                    INSERT INTO messages (id, endpoint, webhook_id, type, subject, headers, received_at, body) VALUES
                        (1, 'polar', 'emptied', 'order.paid', 'customer:MARKER', '', 1764000000000000, X''),
                        (2, 'polar', 'whole', 'order.paid', 'customer:2', '[]', 1764000000000000, X'7B7D');
                    INSERT INTO deliveries (id, message_id, handler, state, attempt, interruptions, next_attempt_at,
                        lane, topic, last_error)
                    VALUES (1, 1, 'log', 'dismissed', 1, 0, 1764000000000000, 'MARKER', 'MARKER', 'MARKER'),
                        (2, 2, 'log', 'dead', 1, 0, 1764000000000000, 'customer:2', 'order:2', 'no');
                    INSERT INTO attempts (delivery_id, attempt, started_at, ended_at, error)
                    VALUES (1, 1, 0, 1, 'MARKER'), (2, 1, 0, 1, 'no');
                    INSERT INTO topics VALUES ('log', 'MARKER', 1), ('log', 'order:2', 1), ('log', 'order:3', 1);
                    """
            )
        }
        await old.close()
        let store = try SQLiteStore(path: folder.database)
        #expect(try await store.messages(limit: 9).map(\.message.subject) == ["customer:2", nil])
        #expect(try await store.attempts(ofMessage: 1) == [:])
        #expect(try await store.attempts(ofMessage: 2)["log"]?.map(\.error) == ["no"])
        #expect(try await store.newestDeliveries.map(\.lastError) == ["no"])
        await store.close()
        #expect(try contents(of: folder.database).range(of: Data("MARKER".utf8)) == nil)
        let topics = try await DatabaseQueue(path: folder.database).read { database in
            try String.fetchAll(database, sql: "SELECT topic FROM topics")
        }
        #expect(topics == ["order:2"])
    }

    @Test func `tells when it copies and changes a database, and where the copy is`() async throws {
        try makeFirstDatabase()
        let notices = Mutex<[StoreNotice]>([])
        let database = try InboxDatabase(path: folder.database, schema: Self.next) { notice in
            notices.withLock { $0.append(notice) }
        }
        await database.close()
        let copy = folder.database + ".before-v2"
        let told = notices.withLock { $0 }
        try #require(told.count == 3)
        guard case .copying(let bytes, copy) = told[0], case .migrated("next", _, copy) = told[2] else {
            Issue.record("It told \(told)")
            return
        }
        #expect(bytes > 0)
        #expect(told[1] == .migrating(from: "v1", to: "next"))
    }

    @Test func `finishes a database whose first start was interrupted`() async throws {
        let queue = try DatabaseQueue(path: folder.database)
        try await queue.write { database in
            try database.execute(sql: "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)")
        }
        try queue.close()
        let store = try SQLiteStore(path: folder.database)
        #expect(try await store.append(.sample()) == .accepted)
        await store.close()
        #expect(try folder.names == ["receiver.db"])
    }

    @Test func `makes the schema of the first release`() async throws {
        try makeFirstDatabase()
        let fresh = try TemporaryFolder()
        let first = Schema(migrations: Array(Schema.current.migrations.prefix(1)))
        await (try InboxDatabase(path: fresh.database, schema: first)).close()
        #expect(try tables(fresh.database) == tables(folder.database))
    }

    @Test func `copies a database before it migrates it`() async throws {
        try makeFirstDatabase()
        await (try InboxDatabase(path: folder.database, schema: Self.next)).close()

        let copy = folder.database + ".before-v2"
        #expect(try folder.names == ["receiver.db", "receiver.db.before-v2"])
        #expect(try mode(of: copy) == 0o600)
        let store = try SQLiteStore(path: copy)
        #expect(try await store.webhookIDs == ["msg_1"])
        await store.close()
    }

    @Test func `copies what only the log holds`() async throws {
        let store = try InboxDatabase(path: folder.database, schema: .current)
        try store.write { _ = try $0.append(.sample()) }
        let crashed = try TemporaryFolder()
        for suffix in ["", "-wal"] {
            try FileManager.default.copyItem(atPath: folder.database + suffix, toPath: crashed.database + suffix)
        }
        await store.close()
        await (try InboxDatabase(path: crashed.database, schema: Self.next)).close()
        let copy = try SQLiteStore(path: crashed.database + ".before-next")
        #expect(try await copy.webhookIDs == ["msg_1"])
        await copy.close()
    }

    @Test func `makes no copy when there is nothing to migrate`() async throws {
        await (try InboxDatabase(path: folder.database, schema: Self.next)).close()
        await (try InboxDatabase(path: folder.database, schema: Self.next)).close()
        #expect(try folder.names == ["receiver.db"])
    }

    @Test func `refuses a newer schema and leaves the file alone`() async throws {
        await (try InboxDatabase(path: folder.database, schema: Self.next)).close()
        let before = try contents(of: folder.database)
        let error = #expect(throws: StoreError.self) { try SQLiteStore(path: folder.database) }
        #expect(error?.code == .newerSchema)
        #expect(error?.description.hasPrefix("A newer version of the receiver wrote the database /") == true)
        #expect(error?.cause == "unknown migrations: next")
        #expect(try contents(of: folder.database) == before)
        #expect(try folder.names == ["receiver.db"])
    }

    @Test func `keeps the old schema when a migration fails`() async throws {
        try makeFirstDatabase()
        let sql = "ALTER TABLE messages ADD COLUMN note TEXT; ALTER TABLE missing ADD COLUMN note TEXT"
        let broken = Schema(migrations: Schema.current.migrations + [Schema.Migration(name: "broken", sql: sql)])
        let error = #expect(throws: StoreError.self) { try InboxDatabase(path: folder.database, schema: broken) }
        #expect(error?.code == .failed)

        let store = try SQLiteStore(path: folder.database)
        #expect(try await store.webhookIDs == ["msg_1"])
        await store.close()
    }

    /// The columns of all tables and what the indices cover, whatever the spelling of the SQL.
    private func tables(_ path: String) throws -> [String] {
        let queue = try DatabaseQueue(path: path)
        defer { try? queue.close() }  // a failure here would show in the test that reads the file next
        return try queue.read { database in
            let columns = """
                SELECT s.name, s.tbl_name, c.*
                FROM sqlite_schema AS s, pragma_table_xinfo(s.name) AS c ORDER BY s.name, c.cid
                """
            let indices = """
                SELECT s.name, i.*, c.*
                FROM sqlite_schema AS s, pragma_index_list(s.name) AS i, pragma_index_xinfo(i.name) AS c
                ORDER BY i.name, c.seqno
                """
            return try [columns, indices, "PRAGMA application_id"].flatMap { sql in
                try Row.fetchAll(database, sql: sql).map(\.description)
            }
        }
    }
}
