import EventStore
import Foundation
import Testing

extension EventStoreConformanceTests {
    private func archive(of store: any EventStore) async throws -> [ArchivedMessage] {
        var archive: [ArchivedMessage] = []
        for record in try await store.messages(limit: .max).reversed() {
            archive.append(
                ArchivedMessage(
                    message: record.message,
                    body: try #require(try await store.body(ofMessage: record.row)),
                    deliveries: record.deliveries,
                    attempts: try await store.attempts(ofMessage: record.row)
                )
            )
        }
        return archive
    }

    /// Messages in a lane of which the head failed and was overtaken, the next is done, one runs and one waits; a dead
    /// one, and one without its body.
    private func fill(_ store: any EventStore) async throws {
        for id in ["overtaken", "done", "runs", "waits"] {
            _ = try await store.append(.sample(id, lane: "l", topic: "t"))
        }
        _ = try await store.append(.sample("dead", type: nil, timestamp: nil, subject: nil, handlers: ["other"]))
        _ = try await store.append(.sample("gone", body: [0, 255], handlers: []))
        _ = try await store.run(.retry(at: .moment(5_000), error: "no\0e"), now: .moment())
        #expect(try await store.run(.succeeded, now: .moment(1_000)) == ["done"])
        #expect(try await store.claimOne(now: .moment(1_000))?.message.webhookID == "runs")
        _ = try await store.run(.dead(error: "gone"), for: "other", now: .moment())
        _ = try await store.replay(messages: [5], ReplayRule(asNew: true), now: .moment())
        _ = try await store.run(.dead(error: "gone"), for: "other", now: .moment())
        _ = try await store.prune(messages: [6], keepingIDsSince: .distantPast)
    }

    @Test(arguments: Backend.allCases, Backend.allCases)
    func `takes over another inbox as it is`(source: Backend, target: Backend) async throws {
        try await source.withStore { source async throws in
            try await fill(source)
            let archive = try await archive(of: source)
            try await target.withStore { target async throws in
                let summary = try await target.restore(archive)
                #expect(summary == RestoreSummary(stored: 6, handlers: ["log"]))
                // What ran there is pending here.
                for delivery in try await source.claimDeliveries(for: "log", limit: 9, now: .moment(1_000)) {
                    Issue.record("\(delivery.message.webhookID) is due")
                }
                _ = try await source.recoverRunningDeliveries(now: .moment(1_000))
                let (old, new) = (try await source.messages(limit: 9), try await target.messages(limit: 9))
                #expect(new.map(\.message) == old.map(\.message))
                for (old, new) in zip(old, new) where old.message.webhookID != "runs" {
                    #expect(new.deliveries == old.deliveries)
                    #expect(try await target.attempts(ofMessage: new.row) == source.attempts(ofMessage: old.row))
                    #expect(try await target.body(ofMessage: new.row) == source.body(ofMessage: old.row))
                }
                #expect(try await target.run(now: .moment(1_000)) == ["runs"])
                #expect(try await target.run(now: .moment(1_000)) == ["waits"])
                #expect(try await target.run(now: .moment(6_000)) == ["overtaken"])
                #expect(try await target.append(.sample("dead")) == .retrying(["other"]))
            }
        }
    }

    @Test(arguments: Backend.allCases)
    func `leaves out what is there already`(backend: Backend) async throws {
        try await backend.withStore { store async throws in
            try await fill(store)
            let before = try await store.messages(limit: 9)
            let archive = try await archive(of: store)
            #expect(try await store.restore(archive) == RestoreSummary(stored: 0, handlers: []))
            #expect(try await store.messages(limit: 9) == before)
        }
    }

    @Test(arguments: Backend.allCases)
    func `knows what is stale after it has taken over`(backend: Backend) async throws {
        try await backend.withStore { source async throws in
            try await fill(source)
            let archive = try await archive(of: source)
            try await backend.withStore { target async throws in
                _ = try await target.restore(archive)
                _ = try await target.append(
                    .sample("old", timestamp: .moment(-100), handlers: ["log"], lane: "m", topic: "t")
                )
                let claimed = try await target.claimDeliveries(for: "log", limit: 9, now: .moment(2_000))
                #expect(claimed.first { $0.message.webhookID == "old" }?.isStale == true)
            }
        }
    }
}
