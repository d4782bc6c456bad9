import EventStore
import Foundation
import PolarReceiver
import PolarReceiverTesting
import Testing

@testable import ReceiverConsole

/// What the pages show and do.
@Suite(.timeLimit(.minutes(5)))
struct PageTests {
    private static let hostile =
        #"<script>alert(1)</script>"><img src=x onerror=alert(2)>'\#u{301}"\#u{301} onx=1\#u{1B}[2J\#u{202E}"#

    @Test func `shows every page with the fields that keep it safe`() async throws {
        let bench = try ConsoleBench([TestHandler()])
        let row = try await bench.appendDead("a")
        try await bench.run { visitor in
            for path in [
                "/", "/messages", "/messages/\(row)", "/messages/\(row)/body", "/dead-letters", "/handlers", "/events",
                "/live",
            ] {
                let answer = try await visitor.get(path)
                #expect(answer.status == 200, "\(path)")
                #expect(answer.fields["content-type"] == "text/html; charset=utf-8")
                let policy = try #require(answer.fields["content-security-policy"])
                #expect(policy.contains("default-src 'none'") && !policy.contains("unsafe"))
                #expect(answer.fields["x-content-type-options"] == "nosniff")
                #expect(answer.fields["cache-control"] == "no-store")
                #expect(
                    !answer.body.contains("{{") && !answer.body.contains(" style=") && !answer.body.contains("<script>")
                )
                #expect(answer.body.contains("</html>"))
            }
        }
    }

    @Test(arguments: [
        "/nothing", "/messages/0", "/messages/-1", "/messages/x", "/messages/99", "/messages/1/2", "/messages/99/body",
        "/messages/9223372036854775807", "/../etc/passwd", "/%2e%2e/", "/messages/%00", "/style.css/",
    ])
    func `says that there is nothing`(path: String) async throws {
        try await ConsoleBench().run { visitor async throws in
            let status = try await visitor.get(path).status
            #expect(status == 404 || (path == "/style.css/" && status == 200))
        }
    }

    @Test func `shows hostile texts as texts`() async throws {
        let bench = try ConsoleBench([TestHandler()])
        let headers = [MessageHeader(name: "user-agent", value: Self.hostile)]
        let row = try await bench.append(Self.hostile, type: Self.hostile, body: Self.hostile, headers: headers)
        for claimed in try await bench.store.claimDeliveries(for: "test", limit: 1, now: bench.clock.now) {
            try await bench.store.record(.dead(error: Self.hostile), of: claimed.id, now: bench.clock.now)
        }
        try await bench.run { visitor in
            let query = TextOf.query(Self.hostile)
            for path in [
                "/", "/messages", "/messages?type=\(query)&id=\(query)", "/messages/\(row)", "/messages/\(row)/body",
                "/dead-letters?handler=\(query)", "/dead-letters", "/events",
            ] {
                let page = try await visitor.get(path).body
                #expect(!page.contains("<script>"), "\(path)")
                #expect(!page.contains("<img"), "\(path)")
                #expect(!page.unicodeScalars.contains("\u{1B}") && !page.unicodeScalars.contains("\u{202E}"), "\(path)")
                // A quotation mark with an accent ends an attribute as well.
                #expect(!page.unicodeScalars.contains { $0 == "\u{301}" } || page.contains("&quot;\u{301}"), "\(path)")
            }
        }
    }

    @Test func `replays and dismisses dead letters`() async throws {
        let bench = try ConsoleBench([TestHandler()])
        var rows: [Int64] = []
        for id in ["a", "b", "c", "d"] { rows.append(try await bench.appendDead(id)) }
        try await bench.run { visitor in
            let token = try await visitor.formToken(on: "/dead-letters")
            let common = "form_token=\(token)&state=dead&back=dead-letters"
            let replayed = try await visitor.post("/replay", "\(common)&row=\(rows[0])&row=\(rows[1])")
            #expect(replayed.fields["location"] == "/dead-letters?done=replayed&count=2")
            let dismissed = try await visitor.post("/dismiss", "\(common)&row=\(rows[2])")
            let location = try #require(dismissed.fields["location"])
            #expect(try await visitor.get(location).body.contains("1 delivery was dismissed."))
            _ = try await visitor.post("/replay", "\(common)&all=yes")
        }
        #expect(try await bench.states("a") == [.pending])
        #expect(try await bench.states("b") == [.pending])
        #expect(try await bench.states("c") == [.dismissed])
        #expect(try await bench.states("d") == [.pending])
        let audit = bench.log.lines.filter { $0.level == .notice && $0.metadata["console.proof"] == "session" }
        #expect(audit.map(\.message) == ["Replayed deliveries", "Dismissed dead letters", "Replayed deliveries"])
    }

    @Test func `says who has looked at a body`() async throws {
        let bench = try ConsoleBench()
        let row = try await bench.append("a", body: #"{"a":[1.0,{"b":"x\ny"}],"c":[]}"#)
        try await bench.run { visitor in
            #expect(try await !visitor.get("/messages/\(row)").body.contains("1.0"))
            let page = try await visitor.get("/messages/\(row)/body").body
            let text =
                "{\n  &quot;a&quot;: [\n    1.0,\n    {\n      &quot;b&quot;: &quot;x\\ny&quot;\n    }\n  ],\n  &quot;c&quot;: []\n}"
            #expect(page.contains(text))
        }
        let line = try #require(bench.log.lines.first { $0.message == "Showed a body" })
        #expect(line.metadata["webhook.id"] == "a")
    }

    @Test func `finds messages, page by page`() async throws {
        let bench = try ConsoleBench()
        for number in 0..<60 { try await bench.append("msg \(number)", type: number % 2 == 0 ? "order.paid" : "x.y") }
        try await bench.run { visitor in
            let first = try await visitor.get("/messages").body
            #expect(first.contains("msg 59") && !first.contains("msg 9<"))
            let next = try #require(first.firstMatch(of: /href="([^"]*before=[0-9]+)"/)?.output.1)
            #expect(try await visitor.get(String(next)).body.contains("msg 9<"))
            let some = try await visitor.get("/messages?type=order.*&id=msg+5").body
            #expect(some.contains("msg 58") && !some.contains("msg 59") && !some.contains("msg 48"))
        }
    }

    @Test func `names the fields and types that this version does not know`() async throws {
        let bench = try ConsoleBench()
        let sample = try #require(SampleEvent(type: "order.paid", timestamp: bench.clock.now))
        let body = String(decoding: sample.body, as: UTF8.self)
        let more = body.replacing(#""data":{"#, with: #""data":{"gift_wrap":{"paper":"red"},"#)
        try await bench.append("a", body: more)
        try await bench.append("b", type: "order.shipped", body: #"{"type":"order.shipped"}"#)
        try await bench.append("c", type: "order.created", body: #"{"type":"order.created","data":3}"#)
        try await bench.run { visitor in
            let page = try await visitor.get("/events").body
            #expect(page.contains("<code>data.gift_wrap</code>"))
            #expect(page.contains("order.shipped"))
            let types = try await visitor.get("/api/v1/types").body
            #expect(types.contains(#""data.gift_wrap""#))
            #expect(types.contains(#""is_known":false"#))
            #expect(types.contains(#""problem":""#))
        }
    }

    @Test func `warns of a store that does not work`() async throws {
        let bench = try ConsoleBench(store: FailingProbe())
        try await bench.run { visitor in
            let page = try await visitor.get("/").body
            #expect(page.contains("Nothing can be stored (disk_full)"))
            let ready = try await visitor.get("/readyz")
            #expect(ready.status == 503)
            #expect(ready.body.contains(#""store":"disk_full""#))
            #expect(try await visitor.get("/metrics").body.contains("\npolar_receiver_store_up 0\n"))
        }
    }
}
