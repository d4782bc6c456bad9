import EventStore
import EventStoreSQLite
import Foundation
import Testing

/// Random runs of both stores side by side, against a model of lanes.
struct LanePropertyTests {
    private static let rule = LaneRule(patience: .seconds(300))
    private static let steps = 250

    @Test(arguments: 1...8 as ClosedRange<UInt64>)
    func `keeps the order of lanes and loses nothing, whatever happens`(seed: UInt64) async throws {
        let folder = try TemporaryFolder()
        let durable = try SQLiteStore(path: folder.database, laneRule: Self.rule)
        var run = LaneRun(seed: seed, stores: [MemoryStore(laneRule: Self.rule), durable], patience: 300)
        for _ in 0..<Self.steps {
            try await run.step()
        }
        try await run.finish()
        await durable.close()
    }
}

/// One random run: every step is done to all stores, which must answer the same.
private struct LaneRun {
    private let stores: [any EventStore]
    private var random: SeededGenerator
    private var model: LaneModel
    private var now = Date.moment()

    /// The ids of the running deliveries, by message.
    private var running: [Int: Int64] = [:]

    init(seed: UInt64, stores: [any EventStore], patience: TimeInterval) {
        self.stores = stores
        random = SeededGenerator(seed: seed)
        model = LaneModel(patience: patience)
    }

    /// The answer that all stores give.
    private func ask<Answer: Equatable & Sendable>(
        _ question: (any EventStore) async throws -> Answer
    ) async throws -> Answer {
        var answers: [Answer] = []
        for store in stores { answers.append(try await question(store)) }
        let first = try #require(answers.first)
        #expect(answers.allSatisfy { $0 == first })
        return first
    }

    mutating func step() async throws {
        switch Int.random(in: 0..<20, using: &random) {
        case 0..<6: try await append()
        case 6..<10: try await claim(limit: .random(in: 0...3, using: &random))
        case 10..<15: try await record()
        case 15..<17: now += Double(Int.random(in: 0...200, using: &random))
        case 17: try await appendAgain()
        case 18: try await replay()
        default: try await recover()
        }
        _ = try await ask { try await $0.messages(limit: .max) }
        _ = try await ask { try await $0.nextAttemptDate(for: "log") }
    }

    // MARK: Steps

    private func message(_ index: Int) -> NewMessage {
        .sample("\(index)", receivedAt: now, lane: model.entries[index].lane)
    }

    private mutating func append() async throws {
        model.append(lane: ["a", "b", nil].randomElement(using: &random) ?? nil)
        let message = message(model.entries.count - 1)
        #expect(try await ask { try await $0.append(message) } == .accepted)
    }

    private mutating func claim(limit: Int) async throws {
        let now = now
        let claimed = try await ask { try await $0.claimDeliveries(for: "log", limit: limit, now: now) }
        model.overtake(now: now)
        for delivery in claimed {
            let index = try #require(Int(delivery.message.webhookID))
            let isAllowed = model.claim(index, now: now)
            #expect(isAllowed)
            running[index] = delivery.id
        }
    }

    private mutating func record() async throws {
        guard let index = model.running.randomElement(using: &random), let id = running[index] else { return }
        let results: [AttemptResult] = [
            .succeeded, .superseded, .dead(error: "no"), .returned,
            .retry(at: now + Double(Int.random(in: 0...400, using: &random)), error: "no"),
            .retry(at: now, error: "no"), .timedOut(retryAt: now, error: "late"),
        ]
        let result = try #require(results.randomElement(using: &random))
        let now = now
        _ = try await ask { try await $0.record(result, of: id, now: now) == () }
        model.record(result, of: index, now: now)
    }

    private mutating func appendAgain() async throws {
        guard let index = model.entries.indices.randomElement(using: &random) else { return }
        let message = message(index)
        if try await ask({ try await $0.append(message) }) == .retrying(["log"]) { model.revive(index) }
    }

    private mutating func replay() async throws {
        let indices = model.entries.indices.filter { _ in Bool.random(using: &random) }.prefix(5)
        let rows = indices.map { Int64($0) + 1 }
        let now = now
        _ = try await ask { try await $0.replay(messages: rows, ReplayRule(), now: now) }
        for index in indices { model.revive(index) }
    }

    private mutating func recover() async throws {
        let now = now
        _ = try await ask { try await $0.recoverRunningDeliveries(now: now) }
        let dead = try await ask { try await $0.messages(.failed, MessagePage(limit: .max)) }.map(\.row)
        for index in model.running {
            if dead.contains(Int64(index) + 1) { model.end(index) } else { model.fail(index, now: now) }
        }
    }

    // MARK: The end

    /// Runs everything with success, as soon as the stores say that there is something.
    mutating func finish() async throws {
        try await recover()
        let rows = try await ask { try await $0.messages(.failed, MessagePage(limit: .max)) }.map(\.row)
        let end = now
        _ = try await ask { try await $0.replay(messages: rows, ReplayRule(), now: end) }
        for row in rows { model.revive(Int(row) - 1) }
        while let next = try await ask({ try await $0.nextAttemptDate(for: "log") }) {
            now = max(now, next)
            try await claim(limit: 2)
            for index in model.running {
                let (id, now) = (try #require(running[index]), now)
                _ = try await ask { try await $0.record(.succeeded, of: id, now: now) == () }
                model.record(.succeeded, of: index, now: now)
            }
        }
        let states = try await ask { try await $0.messages(limit: .max) }.flatMap(\.deliveries).map(\.state)
        #expect(states.count == model.entries.count)
        #expect(states.allSatisfy { $0 == .succeeded })
    }
}

extension MessageQuery {
    /// What ended otherwise than with success.
    fileprivate static var failed: MessageQuery {
        var query = MessageQuery()
        query.states = [.dead, .superseded]
        return query
    }
}
