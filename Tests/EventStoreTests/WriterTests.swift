import EventStore
import Foundation
import GRDB
import Testing

@testable import EventStoreSQLite

struct WriterTests {
    private let folder: TemporaryFolder
    private let database: InboxDatabase

    init() throws {
        folder = try TemporaryFolder()
        database = try InboxDatabase(path: folder.database, schema: .current)
    }

    private func append(_ message: NewMessage, _ outcomes: Outcomes) -> PendingWrite {
        PendingWrite("append", load: message.body.count, completion: outcomes.add) { try $0.append(message) }
    }

    /// Submits writes from the writer's own thread, so that all of them wait when it looks for the next batch.
    private func submitTogether(_ writes: [PendingWrite], to writer: Writer) async throws {
        try await writer.perform("probe") { inbox in
            writes.forEach(writer.submit)
            try inbox.probe()
        }
    }

    @Test func `commits what waits in one transaction`() async throws {
        let writer = Writer(database: database, limits: WriteLimits())
        let outcomes = Outcomes()
        let before = try WriteAheadLog(database: folder.database).transactionCount
        try await submitTogether((0..<200).map { append(.sample("msg_\($0)"), outcomes) }, to: writer)
        #expect(await outcomes.next(200).allSatisfy { $0 == .success(.accepted) })
        // The probe that submits them, and all of them.
        #expect(try WriteAheadLog(database: folder.database).transactionCount == before + 2)
        await database.close()
    }

    @Test func `answers the second of two equal ids in one batch as duplicate`() async throws {
        let writer = Writer(database: database, limits: WriteLimits())
        let outcomes = Outcomes()
        try await submitTogether([append(.sample(), outcomes), append(.sample(), outcomes)], to: writer)
        #expect(await outcomes.next(2) == [.success(.accepted), .success(.duplicate)])
        await database.close()
    }

    @Test func `refuses the one change of a batch that fails, and makes the others`() async throws {
        let writer = Writer(database: database, limits: WriteLimits())
        try await writer.perform("prepare") { database in
            try database.execute(
                sql: """
                    CREATE TRIGGER poison BEFORE INSERT ON messages WHEN NEW.type = 'poison'
                    BEGIN SELECT RAISE(FAIL, 'poisoned'); END
                    """
            )
        }
        let outcomes = Outcomes()
        let batch = [NewMessage.sample("good"), .sample("bad", type: "poison"), .sample("good too")]
        try await submitTogether(batch.map { append($0, outcomes) }, to: writer)
        let expected = StoreError(
            .failed,
            operation: "append",
            description: "The database failed; check the disk and the log of the system.",
            cause: "SQLite error 1811: poisoned"
        )
        #expect(await outcomes.next(3) == [.success(.accepted), .failure(expected), .success(.accepted)])
        let stored = try await database.read("messages") { try $0.messages(MessageQuery(), MessagePage(limit: 9)) }
        #expect(stored.map(\.message.webhookID) == ["good too", "good"])

        writer.submit(append(.sample("good"), outcomes))
        #expect(await outcomes.next(1) == [.success(.duplicate)])
        await database.close()
    }

    @Test func `takes back all of a change that fails in the middle, and keeps the lanes right`() async throws {
        let writer = Writer(database: database, limits: WriteLimits())
        try await writer.perform("prepare") { database in
            try database.execute(
                sql: """
                    CREATE TRIGGER poison BEFORE INSERT ON deliveries WHEN NEW.handler = 'poison'
                    BEGIN SELECT RAISE(FAIL, 'poisoned'); END
                    """
            )
        }
        let outcomes = Outcomes()
        // The one in the middle is the head of its lane until its second delivery fails.
        let batch: [NewMessage] = [
            .sample("a", lane: "one"), .sample("b", handlers: ["log", "poison"], lane: "two"),
            .sample("c", lane: "two"), .sample("d", lane: "one"),
        ]
        try await submitTogether(batch.map { append($0, outcomes) }, to: writer)
        #expect(await outcomes.next(4).map { $0.failure?.cause } == [nil, "SQLite error 1811: poisoned", nil, nil])
        let claimed = try await writer.perform("claim") { inbox in
            try inbox.claimDeliveries(for: "log", limit: 9, slowLimit: 9, LaneRule(), now: .moment())
        }
        #expect(claimed.map(\.message.webhookID) == ["a", "c"])
        await database.close()
    }

    @Test func `says that the disk is full and goes on when there is room`() async throws {
        let writer = Writer(database: database, limits: WriteLimits())
        let outcomes = Outcomes()
        try await writer.perform("prepare") { try $0.execute(sql: "PRAGMA max_page_count = 20") }
        writer.submit(append(.sample(body: [UInt8](repeating: 0, count: 100_000)), outcomes))
        let error = try #require(await outcomes.next(1).first?.failure)
        #expect(error.code == .full)
        #expect(error.description == "The disk with the database is full; free some space.")

        try await writer.perform("prepare") { try $0.execute(sql: "PRAGMA max_page_count = 1000000") }
        writer.submit(append(.sample(body: [UInt8](repeating: 0, count: 100_000)), outcomes))
        #expect(await outcomes.next(1) == [.success(.accepted)])
        await database.close()
    }

    @Test(arguments: [
        WriteLimits(messages: 3, bytes: .max), WriteLimits(messages: .max, bytes: 21),
        WriteLimits(messages: 3, bytes: 30),
    ])
    func `refuses appends over the limits at once, and nothing else`(limits: WriteLimits) async throws {
        let writer = Writer(database: database, limits: limits)
        let outcomes = Outcomes()
        let appends = (0..<5).map { number in
            append(.sample("msg_\(number)", body: [UInt8](repeating: 0, count: 10)), outcomes)
        }
        let other = PendingWrite("other", completion: outcomes.add) { inbox in
            try inbox.probe()
            return AppendOutcome.duplicate
        }
        try await submitTogether(appends + [other], to: writer)
        let ends = await outcomes.next(6)
        #expect(ends.prefix(2).map(\.failure?.code) == [.overloaded, .overloaded])
        let others: [AppendOutcome] = [.accepted, .accepted, .accepted, .duplicate]
        #expect(Array(ends.dropFirst(2)) == others.map(Outcomes.Outcome.success))

        writer.submit(append(.sample("after"), outcomes))
        #expect(await outcomes.next(1) == [.success(.accepted)])
        await database.close()
    }

    @Test func `says that another program holds the database`() async throws {
        let writer = Writer(database: database, limits: WriteLimits())
        try await writer.perform("prepare") { try $0.execute(sql: "PRAGMA busy_timeout = 0") }
        let program = try await OtherProgram(holding: folder.database)
        let error = await #expect(throws: StoreError.self) { try await writer.perform("probe") { try $0.probe() } }
        #expect(error?.code == .locked)
        #expect(error?.description == "Another program holds the database; stop it or wait until it is done.")
        try await program.letGo()
        try await writer.perform("probe") { try $0.probe() }
        await database.close()
    }
}
