import EventStore
import Foundation
import PolarReceiver
import PolarReceiverTesting
import Synchronization
import Testing

@testable import ReceiverConsole

/// What a page may cost, whatever messages and requests say.
@Suite(.timeLimit(.minutes(5)))
struct BoundTests {
    // MARK: Bodies

    @Test(arguments: [
        ("{}", "{}"), (" [ ] ", "[]"), (#"{"a":[],"b":{ }}"#, "{\n  \"a\": [],\n  \"b\": {}\n}"),
        (#"[1.0,"a]\"[",[{}]]"#, "[\n  1.0,\n  \"a]\\\"[\",\n  [\n    {}\n  ]\n]"), ("1.50", "1.50"),
        (String(repeating: " ", count: 1_000_000) + "7", "7"),
    ])
    func `indents a document and changes nothing else`(document: String, text: String) {
        let indented = IndentedJSON(Array(document.utf8), limit: 10_000)
        #expect(String(decoding: indented.bytes, as: UTF8.self) == text)
        #expect(!indented.isCut)
    }

    @Test func `writes no more of a deep document than the limit`() {
        let depth = 250
        let member = String(repeating: "1,", count: 1_000)
        let document = String(repeating: "[" + member, count: depth) + "1" + String(repeating: "]", count: depth)
        let indented = IndentedJSON(Array(document.utf8), limit: 10_000)
        #expect(indented.isCut)
        #expect(indented.bytes.count < 10_100)
    }

    @Test(arguments: [
        String(repeating: " ", count: 200_000) + #"{"type":"order.paid"}"#,
        #"{"a":""# + String(repeating: "<", count: 900_000) + #""}"#,
        String(repeating: "[[1],[2]],", count: 300_000), String(repeating: "\u{1}", count: 2_000_000),
    ])
    func `shows a body within a bound, and links to its bytes`(body: String) async throws {
        let bench = try ConsoleBench()
        let row = try await bench.append("a", body: body)
        try await bench.run { visitor in
            let page = try await visitor.get("/messages/\(row)/body")
            #expect(page.status == 200)
            #expect(page.body.utf8.count < 1_300_000)
            #expect(page.body.contains("/api/v1/messages/\(row)/body"))
            #expect(try await visitor.get("/api/v1/messages/\(row)/body").body == body)
        }
    }

    // MARK: Texts

    @Test func `cuts a text between scalars`() {
        #expect("abc".cut(to: 3) == "abc")
        #expect("abcd".cut(to: 3) == "abc…")
        #expect("aé".cut(to: 2) == "a…")
        #expect("e\u{301}\u{301}".cut(to: 3) == "e\u{301}…")
        #expect("😀".cut(to: 3) == "…")
    }

    @Test func `cuts every text on pages`() async throws {
        let bench = try ConsoleBench([TestHandler()])
        let long = String(repeating: "<", count: 300_000)
        let headers = (0..<7).map { MessageHeader(name: "h\($0)", value: long) }
        let row = try await bench.append(long, type: long, subject: long, headers: headers)
        for claimed in try await bench.store.claimDeliveries(for: "test", limit: 1, now: bench.clock.now) {
            try await bench.store.record(.dead(error: long), of: claimed.id, now: bench.clock.now)
        }
        try await bench.run { visitor in
            for path in [
                "/", "/messages", "/messages/\(row)", "/messages/\(row)/body", "/dead-letters", "/events", "/handlers",
            ] {
                let page = try await visitor.get(path)
                #expect(page.status == 200, "\(path)")
                #expect(page.body.utf8.count < 100_000, "\(path): \(page.body.utf8.count)")
            }
            for path in ["/api/v1/messages", "/api/v1/messages/\(row)"] {
                let answer = try await visitor.get(path)
                #expect(answer.status == 200, "\(path)")
                #expect(answer.body.utf8.count < 100_000, "\(path): \(answer.body.utf8.count)")
            }
        }
    }

    @Test func `lists two hundred types, known ones first, and says how many more there are`() async throws {
        let bench = try ConsoleBench()
        for number in 0..<250 { try await bench.append("a\(number)", type: "a.type.\(number)") }
        try await bench.append("b", type: "order.paid")
        try await bench.run { visitor in
            let page = try await visitor.get("/events").body
            #expect(page.contains("51 more types have arrived"))
            #expect(page.contains("<code>order.paid</code>"))
            #expect(page.components(separatedBy: "<tr>").count - 2 == 200)
            let types = try await visitor.get("/api/v1/types").body
            #expect(types.contains(#""more":51"#))
        }
    }

    @Test func `keeps a short harmless id of a refused request`() async throws {
        let bench = try ConsoleBench()
        try await bench.run { visitor in
            for id in [String(repeating: "<b>", count: 9_000), "msg_2-a.é"] {
                _ = try await visitor.deliver(bench.signed(id, body: "{}", isForged: true))
            }
            let ids = bench.receiver.recentActivities.map(\.webhookID)
            let expected = String((String(repeating: "_b_", count: 30)).prefix(64))
            #expect(ids == ["msg_2-a___", expected])
            #expect(try await visitor.get("/live").body.utf8.count < 5_000)
        }
    }

    // MARK: Work

    @Test func `works on threads of its own, which stand back`() async throws {
        let store = WatchedStore()
        try await ConsoleBench(store: store).run { visitor async throws in
            _ = try await visitor.get("/")
            _ = try await visitor.get("/api/v1/status")
            _ = try await visitor.get("/metrics")
        }
        let threads = store.threads
        #expect(threads.count == 3)
        #expect(threads.allSatisfy { $0.name == "console" && $0.niceness == 10 })
    }

    @Test func `refuses what is more than it can work on`() async throws {
        let store = WatchedStore(isHeld: true)
        try await ConsoleBench(store: store).run { visitor async throws in
            try await withThrowingTaskGroup(of: Int.self) { group async throws in
                // 64 that wait, and up to five that the console has taken from them by then.
                for _ in 0..<80 { group.addTask { try await visitor.get("/handlers").status } }
                // None of the others is answered before it.
                #expect(try await group.next() == 503)
                store.letGo()
                var statuses: [Int: Int] = [:]
                while let status = try await group.next() { statuses[status, default: 0] += 1 }
                #expect(Set(statuses.keys).isSubset(of: [200, 503]))
                #expect(statuses[200, default: 0] >= 64)
            }
        }
    }
}
