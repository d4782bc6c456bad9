import EventStore
import Foundation
import PolarReceiver
import PolarReceiverTesting
import Testing

@testable import ReceiverConsole

/// The JSON API.
@Suite(.timeLimit(.minutes(5)))
struct APITests {
    private func object(_ answer: ConsoleVisitor.Answer) throws -> [String: Any] {
        #expect(answer.status == 200)
        #expect(answer.fields["content-type"] == "application/json")
        let value = try JSONSerialization.jsonObject(with: Data(answer.body.utf8))
        return try #require(value as? [String: Any])
    }

    @Test func `lists messages with the row that asks for one`() async throws {
        let bench = try ConsoleBench([TestHandler()])
        try await bench.append("a")
        let row = try await bench.append("b", headers: [MessageHeader(name: "user-agent", value: "polar")])
        try await bench.run { visitor in
            let list = try #require(
                try await object(visitor.get("/api/v1/messages?limit=1"))["messages"] as? [[String: Any]]
            )
            #expect(list.map { $0["webhook_id"] as? String } == ["b"])
            #expect(list.first?["row"] as? Int64 == row)
            let more = try await object(visitor.get("/api/v1/messages?before=\(row)"))["messages"] as? [[String: Any]]
            #expect(more?.map { $0["webhook_id"] as? String } == ["a"])
            let details = try await object(visitor.get("/api/v1/messages/\(row)"))
            #expect(details["body"] == nil)
            #expect((details["headers"] as? [[String: String]])?.first == ["name": "user-agent", "value": "polar"])
            let body = try await visitor.get("/api/v1/messages/\(row)/body")
            #expect(body.fields["content-type"] == "application/octet-stream")
            #expect(body.body == #"{"type":"order.paid"}"#)
        }
    }

    @Test(arguments: ["/api/v1/nothing", "/api/v1/messages/7", "/api/v1/messages/7/body", "/api/v2/status", "/api/"])
    func `says that there is nothing`(path: String) async throws {
        try await ConsoleBench().run { visitor async throws in
            let answer = try await visitor.get(path)
            #expect(answer.status == 404)
            #expect(answer.body == #"{"error":"not_found"}"#)
        }
    }

    @Test(arguments: [
        "limit=0", "limit=501", "limit=x", "limit=-1", "before=x", "state=done", "state=dead&state=x",
        String(repeating: "type=a*&", count: 21),
    ])
    func `refuses conditions that are none`(query: String) async throws {
        try await ConsoleBench().run { visitor async throws in
            #expect(try await visitor.get("/api/v1/messages?\(query)").status == 400)
        }
    }

    @Test func `changes deliveries for a program`() async throws {
        let bench = try ConsoleBench([TestHandler()])
        let rows = [try await bench.appendDead("a"), try await bench.appendDead("b")]
        let fields = ["Authorization": "Bearer \(ConsoleBench.token)", "Content-Type": "application/json"]
        try await bench.run(signsIn: false) { visitor in
            let body = #"{"rows":[\#(rows[0])],"handler":"test","only_dead":true}"#
            let replayed = try await visitor.send("POST", "/api/v1/replay", fields, body: body)
            #expect(try object(replayed)["changed"] as? Int == 1)
            let dismissed = try await visitor.send("POST", "/api/v1/dismiss", fields, body: #"{"rows":[\#(rows[1])]}"#)
            #expect(try object(dismissed)["changed"] as? Int == 1)
            for wrong in ["", "[]", "{}", #"{"rows":"1"}"#] {
                #expect(try await visitor.send("POST", "/api/v1/replay", fields, body: wrong).status == 400)
            }
            #expect(try await visitor.send("POST", "/api/v1/messages", fields, body: body).status == 405)
            #expect(try await visitor.get("/api/v1/replay", fields).status == 405)
        }
        #expect(try await bench.states("a") == [.pending])
        #expect(try await bench.states("b") == [.dismissed])
        #expect(bench.log.lines.filter { $0.metadata["console.proof"] == "token" }.count == 2)
    }

    /// Each means everything, nothing or something else where a reader skips what it does not know.
    @Test(arguments: [
        ("status=dead", "unknown_parameter", "did you mean state?"), ("limt=1", "unknown_parameter", "limit"),
        ("type=", "empty_value", "type"), ("id=", "empty_value", "id"), ("handler", "empty_value", "handler"),
        ("subject=a&subject=b", "repeated_parameter", "subject"),
        ("state=deda", "unknown_value", "did you mean dead?"),
        ("type=order.payed", "unknown_value", "did you mean order.paid?"),
        ("type=*.paid", "unknown_value", "a star"), ("handler=tset", "unknown_value", "did you mean test?"),
        ("endpoint=poler", "unknown_value", "did you mean polar?"),
    ])
    func `refuses a query that it does not know`(query: String, code: String, hint: String) async throws {
        try await ConsoleBench([TestHandler()]).run { visitor async throws in
            let answer = try await visitor.get("/api/v1/messages?\(query)")
            #expect(answer.status == 400)
            #expect(answer.body.contains(#""error":"\#(code)""#), "\(answer.body)")
            #expect(answer.body.contains(hint), "\(answer.body)")
            #expect(try await visitor.get("/api/v1/status?\(query)").status == 400)
        }
    }

    @Test(arguments: [
        ("replay", #""onlyDead":true"#, "did you mean only_dead?"), ("replay", #""handler":"""#, "handler is empty"),
        ("replay", #""handler":"tset""#, "did you mean test?"), ("dismiss", #""as_new":true"#, "as_new"),
        ("replay", #""rows":[]"#, "rows is empty"),
    ])
    func `refuses a change that it does not know`(kind: String, member: String, hint: String) async throws {
        let bench = try ConsoleBench([TestHandler()])
        let row = try await bench.appendDead("a")
        let fields = ["Authorization": "Bearer \(ConsoleBench.token)", "Content-Type": "application/json"]
        try await bench.run { visitor in
            let rows = member.contains("rows") ? "" : #""rows":[\#(row)],"#
            let answer = try await visitor.send("POST", "/api/v1/\(kind)", fields, body: "{\(rows)\(member)}")
            #expect(answer.status == 400)
            #expect(answer.body.contains(hint), "\(answer.body)")
        }
        #expect(try await bench.states("a") == [.dead])
    }

    @Test func `escapes what would steer a terminal`() async throws {
        let bench = try ConsoleBench([TestHandler()])
        try await bench.append("a\u{9B}2J\u{202E}")
        try await bench.run { visitor in
            let answer = try await visitor.get("/api/v1/messages")
            #expect(answer.body.contains(#"a\u009b2J\u202e"#), "\(answer.body)")
        }
    }

    @Test func `tells how receiver and handlers fare`() async throws {
        let bench = try ConsoleBench([TestHandler()])
        try await bench.appendDead("a")
        bench.clock.advance(by: .seconds(30))
        try await bench.append("b")
        try await bench.run { visitor in
            _ = try await visitor.deliver(bench.signed("c", body: "{}", isForged: true))
            bench.clock.advance(by: .seconds(5))
            let status = try await object(visitor.get("/api/v1/status"))
            #expect(status["version"] as? String == "1.2.3")
            #expect(status["oldest_pending_delivery_age_seconds"] as? Int == 5)
            let endpoint = try #require((status["endpoints"] as? [[String: Any]])?.first)
            #expect(endpoint["consecutive_refusals"] as? Int == 1)
            #expect(endpoint["silence_seconds"] as? Int == 35)
            #expect(endpoint["refusals"] as? [String: Int] == ["signature_mismatch": 1])
            let handlers = try await object(visitor.get("/api/v1/handlers"))["handlers"] as? [[String: Any]]
            #expect(handlers?.first?["id"] as? String == "test")
            #expect(handlers?.first?["deliveries"] as? [String: Int] == ["pending": 1, "running": 0, "dead": 1])
        }
    }

    @Test func `describes itself`() async throws {
        try await ConsoleBench().run { visitor in
            let document = try await object(visitor.get("/api/v1/openapi.json"))
            let paths = try #require(document["paths"] as? [String: Any])
            #expect(paths.count == 8)
        }
    }
}
