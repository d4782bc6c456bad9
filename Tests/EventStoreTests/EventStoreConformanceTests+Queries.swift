import EventStore
import Foundation
import Testing

extension EventStoreConformanceTests {
    static func query(_ change: (inout MessageQuery) -> Void) -> MessageQuery {
        var query = MessageQuery()
        change(&query)
        return query
    }

    // MARK: Pages

    @Test(arguments: Backend.allCases)
    func `lists page by page in both orders`(backend: Backend) async throws {
        try await backend.withStore { store async throws in
            for id in 1...7 {
                _ = try await store.append(.sample("\(id)", type: id == 4 ? "other" : "order.paid"))
            }
            let queries = [
                MessageQuery(), Self.query { $0.types = ["order.paid"] }, Self.query { $0.states = [.pending] },
            ]
            for query in queries {
                let all = try await store.messages(query, MessagePage(limit: .max)).map(\.row)
                for (order, expected) in [(MessagePage.Order.newestFirst, all), (.oldestFirst, all.reversed())] {
                    #expect(try await store.rows(query, order, pageBy: 3) == expected)
                }
            }
        }
    }

    @Test(arguments: Backend.allCases)
    func `lists nothing beyond either end`(backend: Backend) async throws {
        try await backend.withStore { store async throws in
            _ = try await store.append(.sample())
            for page in [
                MessagePage(after: 1, limit: 9), MessagePage(after: .min, limit: 9), MessagePage(limit: 0),
                MessagePage(.oldestFirst, after: 1, limit: 9), MessagePage(.oldestFirst, after: .max, limit: 9),
                MessagePage(.oldestFirst, limit: -1),
            ] {
                #expect(try await store.messages(MessageQuery(), page) == [])
            }
        }
    }

    // MARK: Conditions

    /// Messages whose ids say what is special about them.
    private static let odd: [NewMessage] = [
        .sample("plain", handlers: ["first", "log"]),
        .sample("other type", type: "order.refunded"),
        .sample("no type", type: nil),
        .sample("NUL type", type: "order.paid\0"),
        .sample("composed", type: "caf\u{e9}", subject: "caf\u{e9}"),
        .sample("decomposed", type: "cafe\u{301}", subject: "cafe\u{301}"),
        .sample("other subject", subject: "customer:2"),
        .sample("no subject", subject: nil),
        .sample("early", receivedAt: .moment(-100)),
        .sample("late", receivedAt: .moment(100)),
        .sample("clock was ahead", receivedAt: .moment(1_000_000)),
        .sample("nobody", handlers: []),
        .sample("dead", handlers: ["dead", "log"]),
        .sample("two dead", handlers: ["dead", "dead too"]),
        .sample("other endpoint", endpoint: "a"),
    ]

    private static let conditions: [(MessageQuery, [String])] = [
        (query { $0.types = ["order.refunded"] }, ["other type"]),
        (query { $0.types = ["order.paid\0"] }, ["NUL type"]),
        (query { $0.types = ["caf\u{e9}", "order.refunded", "order.refunded"] }, ["composed", "other type"]),
        (query { $0.types = ["order"] }, []),
        (query { $0.types = (0..<100).map { TypePattern(rawValue: "no \($0)") } + ["order.refunded"] }, ["other type"]),
        (query { $0.subject = "cafe\u{301}" }, ["decomposed"]),
        (query { $0.subject = "customer:2" }, ["other subject"]),
        (query { $0.subject = "" }, []),
        (query { $0.idPrefix = "other " }, ["other endpoint", "other subject", "other type"]),
        (query { $0.idPrefix = "two dead" }, ["two dead"]),
        (query { $0.webhookID = "dead" }, ["dead"]),
        (query { $0.webhookID = "two" }, []),
        (query { $0.webhookID = "" }, []),
        (query { $0.endpoint = "a" }, ["other endpoint"]),
        (query { $0.endpoint = "b" }, []),
        (
            query {
                $0.webhookID = "plain"
                $0.endpoint = "polar"
                $0.subject = "customer:1"
            }, ["plain"]
        ),
        (
            query {
                $0.webhookID = "plain"
                $0.endpoint = "a"
            }, []
        ),
        (query { $0.idPrefix = "two dead!" }, []),
        (query { $0.receivedFrom = .moment(1) }, ["clock was ahead", "late"]),
        (query { $0.receivedBefore = .moment() }, ["early"]),
        (
            query {
                $0.receivedFrom = .moment(100)
                $0.receivedBefore = .moment(1_000_000)
            }, ["late"]
        ),
        (query { $0.receivedFrom = .moment(1_000_001) }, []),
        (query { $0.receivedBefore = .moment(-100) }, []),
        (query { $0.handler = "dead" }, ["two dead", "dead"]),
        (query { $0.handler = "nobody" }, []),
        (query { $0.states = [.dead] }, ["two dead", "dead"]),
        (query { $0.states = [.dead, .superseded, .succeeded] }, ["two dead", "dead", "plain"]),
        (query { $0.states = [.dismissed] }, []),
        (
            query {
                $0.handler = "log"
                $0.states = [.dead]
            }, []
        ),
        (
            query {
                $0.handler = "dead too"
                $0.states = [.dead, .pending]
            }, ["two dead"]
        ),
        (
            query {
                $0.types = ["order.paid"]
                $0.states = [.dead]
            }, ["two dead", "dead"]
        ),
        (
            query {
                $0.types = ["order.paid"]
                $0.states = [.succeeded]
            }, ["plain"]
        ),
        (
            query {
                $0.types = ["order.paid"]
                $0.handler = "dead"
            }, ["two dead", "dead"]
        ),
        (
            query {
                $0.subject = "customer:1"
                $0.idPrefix = "t"
                $0.handler = "dead"
                $0.states = [.dead]
                $0.types = ["order.paid"]
                $0.receivedFrom = .moment()
                $0.receivedBefore = .moment(1)
            }, ["two dead"]
        ),
        (
            query {
                $0.idPrefix = "t"
                $0.types = ["order.refunded"]
            }, []
        ),
    ]

    @Test(arguments: Backend.allCases, conditions.indices)
    func `lists what fulfils all conditions`(backend: Backend, index: Int) async throws {
        let (query, expected) = Self.conditions[index]
        try await backend.withStore { store async throws in
            for message in Self.odd {
                _ = try await store.append(message)
            }
            _ = try await store.run(for: "first", now: .moment())
            _ = try await store.run(.dead(error: "no"), for: "dead", now: .moment())
            _ = try await store.run(.dead(error: "no"), for: "dead too", now: .moment())
            #expect(try await store.webhookIDs(query) == expected)
        }
    }

    @Test(arguments: Backend.allCases, ["%", "_", "*", "?", "[a]", "\\", "'", "a\0", "\0", "é", "💸", "\u{10FFFF}", ""])
    func `takes the characters of an id prefix as they are`(backend: Backend, prefix: String) async throws {
        try await backend.withStore { store async throws in
            let others = ["a", "x%", "A", "e\u{301}", "\u{10FFFE}", "a\u{1}"]
            for id in [prefix + "1", prefix + "\0", prefix] + others {
                _ = try await store.append(.sample(id))
            }
            let expected = prefix.isEmpty ? others.reversed() : []
            let ids = try await store.webhookIDs(Self.query { $0.idPrefix = prefix })
            #expect(ids == expected + [prefix, prefix + "\0", prefix + "1"])
        }
    }

    @Test(arguments: Backend.allCases)
    func `finds times however often the clock was set back`(backend: Backend) async throws {
        try await backend.withStore { store async throws in
            var times: [(id: String, time: Double)] = []
            for number in 0..<60 {
                times.append(("\(number)", Double((number * 37) % 50)))
            }
            for (id, time) in times {
                _ = try await store.append(.sample(id, receivedAt: .moment(time)))
            }
            for (from, before) in [(0.0, 50.0), (10, 11), (49, 60), (-5, 0), (20, 30), (30, 20)] {
                let ids = try await store.webhookIDs(
                    Self.query {
                        $0.receivedFrom = .moment(from)
                        $0.receivedBefore = .moment(before)
                    }
                )
                #expect(ids == times.filter { $0.time >= from && $0.time < before }.map(\.id).reversed())
            }
        }
    }
}
