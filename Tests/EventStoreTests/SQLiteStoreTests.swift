import EventStore
import EventStoreSQLite
import Foundation
import Testing

struct SQLiteStoreTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test func `keeps everything over a restart`() async throws {
        let store = try SQLiteStore(path: folder.database)
        _ = try await store.append(.sample("done"))
        _ = try await store.append(.sample("open", handlers: ["log", "other"]))
        let claimed = try #require(try await store.claimDeliveries(for: "log", limit: 1, now: .moment()).first)
        try await store.record(.succeeded, of: claimed.id, now: .moment())
        let before = try await store.messages(limit: 9)
        await store.close()

        let restarted = try SQLiteStore(path: folder.database)
        #expect(try await restarted.messages(limit: 9) == before)
        #expect(try await restarted.append(.sample("done")) == .duplicate)
        #expect(try await restarted.claimOne()?.message.webhookID == "open")
        await restarted.close()
    }

    @Test func `has every acknowledged message after a crash, and recovers what ran`() async throws {
        let store = try SQLiteStore(path: folder.database)
        for number in 0..<20 {
            _ = try await store.append(.sample("msg_\(number)"))
        }
        _ = try await store.claimDeliveries(for: "log", limit: 3, now: .moment())

        // What a kill or a power cut would leave: the file and its log as they are now.
        let crashed = try TemporaryFolder()
        for suffix in ["", "-wal"] {
            try FileManager.default.copyItem(atPath: folder.database + suffix, toPath: crashed.database + suffix)
        }
        await store.close()

        let restarted = try SQLiteStore(path: crashed.database)
        #expect(try await restarted.webhookIDs == (0..<20).map { "msg_\($0)" })
        let summary = try await restarted.recoverRunningDeliveries(now: .moment())
        #expect(summary == RecoverySummary(resumed: 3, suspects: 3, crashed: 0))
        await restarted.close()
    }

    @Test(arguments: ["", "-wal"])
    func `acknowledges nothing while its files are elsewhere`(suffix: String) async throws {
        let store = try SQLiteStore(path: folder.database)
        _ = try await store.append(.sample("before"))
        let (place, elsewhere) = (folder.database + suffix, folder.path + "/elsewhere")
        try FileManager.default.moveItem(atPath: place, toPath: elsewhere)
        for operation in ["append", "probe"] {
            let error = await #expect(throws: StoreError.self) {
                if operation == "probe" { try await store.probe() } else { _ = try await store.append(.sample("lost")) }
            }
            #expect(error?.code == .failed)
            #expect(error?.description.contains("moved or removed") == true)
        }
        try FileManager.default.moveItem(atPath: elsewhere, toPath: place)
        #expect(try await store.append(.sample("after")) == .accepted)
        #expect(try await store.webhookIDs == ["before", "after"])
        await store.close()
    }

    @Test func `moves the log into the file when it closes`() async throws {
        let store = try SQLiteStore(path: folder.database)
        _ = try await store.append(.sample())
        await store.close()

        let moved = try TemporaryFolder()
        try FileManager.default.copyItem(atPath: folder.database, toPath: moved.database)
        let restarted = try SQLiteStore(path: moved.database)
        #expect(try await restarted.webhookIDs == ["msg_1"])
        await restarted.close()
    }

    @Test func `finishes what waits before it closes`() async throws {
        let store = try SQLiteStore(path: folder.database)
        let outcomes = Outcomes()
        for number in 0..<100 {
            store.append(.sample("msg_\(number)"), completion: outcomes.add)
        }
        await store.close()
        #expect(outcomes.soFar == [Outcomes.Outcome](repeating: .success(.accepted), count: 100))
    }

    @Test func `can be closed by several at once`() async throws {
        let store = try SQLiteStore(path: folder.database)
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<4 {
                group.addTask { await store.close() }
            }
        }
        await (try SQLiteStore(path: folder.database)).close()
    }

    @Test func `serves reads while others write and while it closes`() async throws {
        let store = try SQLiteStore(path: folder.database)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<50 {
                group.addTask { _ = try await store.append(.sample("msg_\(number)")) }
                group.addTask { _ = try await store.nextAttemptDate(for: "log") }
            }
            try await group.waitForAll()
        }
        await withTaskGroup(of: StoreError?.self) { group in
            for _ in 0..<50 {
                group.addTask {
                    do throws(StoreError) { _ = try await store.messages(limit: 1) } catch { return error }
                    return nil
                }
            }
            group.addTask {
                await store.close()
                return nil
            }
            for await error in group {
                #expect(error == nil || error == .isClosed("messages"))
            }
        }
    }

    @Test func `reads in a cancelled task`() async throws {
        let store = try SQLiteStore(path: folder.database)
        _ = try await store.append(.sample())
        let date = try await Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await store.nextAttemptDate(for: "log")
        }.value
        #expect(date == .moment())
        await store.close()
    }

    @Test func `finds a type with a NUL by its beginning`() async throws {
        let store = try SQLiteStore(path: folder.database)
        _ = try await store.append(.sample("a", type: "order\0paid"))
        var query = MessageQuery()
        query.types = ["order*"]
        #expect(try await store.messages(query, MessagePage(limit: 9)).map(\.message.webhookID) == ["a"])
        await store.close()
    }

    @Test func `ends a read of an operator in time, with a sentence`() async throws {
        let store = try SQLiteStore(path: folder.database)
        for number in 0..<500 { _ = try await store.append(.sample("msg_\(number)")) }
        var query = MessageQuery()
        query.isPruned = true
        let error = await #expect(throws: StoreError.self) {
            try await store.reader(within: .zero).messages(query, MessagePage(limit: 10))
        }
        #expect(error?.code == .tooSlow)
        #expect(error?.description.contains("took too long") == true)
        let reader = store.reader(within: .seconds(600))
        #expect(try await reader.messages(query, MessagePage(limit: 10)) == [])
        #expect(try await reader.messages(limit: 9) == store.messages(limit: 9))
        #expect(try await reader.summary() == store.summary())
        #expect(try await reader.newestRows() == store.newestRows())
        await store.close()
        await #expect(throws: StoreError.isClosed("summary")) { try await reader.summary() }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).contains("receiver.db-wal") == false)
    }
}
