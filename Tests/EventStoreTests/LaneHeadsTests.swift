import EventStore
import Foundation
import GRDB
import Testing

@testable import EventStoreSQLite

/// What the writer remembers of lanes, and that it never differs from the database.
struct LaneHeadsTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test func `knows who is the head of each lane`() {
        var heads = LaneHeads()
        heads.insert(1, "a", of: "log")
        heads.insert(3, "a", of: "mail")
        #expect(heads.head("a", of: "log") == .head(1))
        #expect(heads.head("a", of: "mail") == .head(3))
        #expect(heads.head("b", of: "log") == .free)
        #expect(heads.isChanged)
        heads.remove("a", of: "log")
        #expect(heads.head("a", of: "log") == .free)
        #expect(heads.head("a", of: "mail") == .head(3))
    }

    @Test func `tells lanes apart by their bytes, and not by where the names end`() {
        var heads = LaneHeads()
        heads.insert(1, "caf\u{e9}", of: "log")
        #expect(heads.head("cafe\u{301}", of: "log") == .free)
        heads.insert(2, "ab", of: "c")
        #expect(heads.head("a", of: "bc") == .free)
    }

    @Test func `does not know a lane that has had its hash in common with another`() {
        var heads = LaneHeads()
        heads.insert(1, "a", of: "log")
        heads.insert(2, "a", of: "log")
        #expect(heads.head("a", of: "log") == .unknown)
        heads.remove("a", of: "log")
        #expect(heads.head("a", of: "log") == .unknown)
    }

    @Test func `knows the heads again after a restart`() async throws {
        let store = try SQLiteStore(path: folder.database)
        _ = try await store.append(.sample("first", lane: "a"))
        await store.close()
        let again = try SQLiteStore(path: folder.database)
        _ = try await again.append(.sample("second", lane: "a"))
        #expect(try await again.run(now: .moment()) == ["first"])
        #expect(try await again.run(now: .moment()) == ["second"])
        await again.close()
    }

    @Test func `forgets the head of a transaction that was rolled back`() async throws {
        let database = try InboxDatabase(path: folder.database, schema: .current)
        struct Stop: Error {}
        #expect(throws: Stop.self) {
            try database.write { inbox in
                _ = try inbox.append(.sample("lost", lane: "a"))
                throw Stop()
            }
        }
        try database.write { inbox in
            _ = try inbox.append(.sample("kept", lane: "a"))
            let claimed = try inbox.claimDeliveries(for: "log", limit: 9, slowLimit: 9, LaneRule(), now: .moment())
            #expect(claimed.count == 1)
        }
        await database.close()
    }

    @Test func `finds the head of a lane whose place in the memory belongs to another`() async throws {
        let database = try InboxDatabase(path: folder.database, schema: .current)
        try database.write { inbox in
            _ = try inbox.append(.sample("first", lane: "a"))
            _ = try inbox.append(.sample("other", lane: "b"))
            // As if both had the same hash.
            inbox.memory.heads?.remove("a", of: "log")
            inbox.memory.heads?.insert(2, "a", of: "log")
            _ = try inbox.append(.sample("second", lane: "a"))
            let claimed = try inbox.claimDeliveries(for: "log", limit: 9, slowLimit: 9, LaneRule(), now: .moment())
            #expect(claimed.map(\.message.webhookID) == ["first", "other"])
            for delivery in claimed { try inbox.record(.succeeded, of: delivery.id, LaneRule(), now: .moment()) }
            inbox.memory.heads?.insert(1, "a", of: "log")
            inbox.memory.heads?.insert(2, "a", of: "log")
            _ = try inbox.append(.sample("third", lane: "a"))
            let next = try inbox.claimDeliveries(for: "log", limit: 9, slowLimit: 9, LaneRule(), now: .moment())
            #expect(next.map(\.message.webhookID) == ["second"])
        }
        await database.close()
    }
}
