import Foundation
import PolarReceiver
import PolarReceiverTesting
import Testing

@testable import ReceiverConsole

/// Who may see the console, and who may change something.
@Suite(.timeLimit(.minutes(5)))
struct GatekeeperTests {
    private static let pages = [
        "/", "/messages", "/messages/1", "/messages/1/body", "/dead-letters", "/handlers", "/live",
    ]
    private static let programs = ["/metrics", "/api/v1/status", "/api/v1/messages", "/api/v1/openapi.json"]

    @Test func `shows nothing without the token`() async throws {
        try await ConsoleBench(token: ConsoleBench.token).run { visitor async throws in
            for path in Self.pages {
                let answer = try await visitor.get(path)
                #expect(answer.status == 303, "\(path)")
                #expect(answer.fields["location"] == "/sign-in")
            }
            for path in Self.programs + ["/live/stream"] {
                #expect(try await visitor.get(path).status != 200, "\(path)")
            }
            for path in Self.programs {
                let answer = try await visitor.get(path)
                #expect(answer.status == 401)
                #expect(answer.fields["www-authenticate"] == "Bearer")
            }
            for path in ["/healthz", "/readyz", "/style.css", "/sign-in"] {
                #expect(try await visitor.get(path).status == 200, "\(path)")
            }
        }
    }

    @Test(arguments: ["", "Bearer", "Bearer wrong", "bearer correct-horse-battery-stapl", "Basic abc"])
    func `refuses a wrong token`(field: String) async throws {
        try await ConsoleBench(token: ConsoleBench.token).run { visitor async throws in
            #expect(try await visitor.get("/api/v1/status", ["Authorization": field]).status == 401)
        }
    }

    @Test func `takes the token of a program`() async throws {
        try await ConsoleBench(token: ConsoleBench.token).run { visitor async throws in
            for path in Self.programs + ["/"] {
                let answer = try await visitor.get(path, ["Authorization": "Bearer \(ConsoleBench.token)"])
                #expect(answer.status == 200, "\(path)")
            }
        }
    }

    @Test func `signs in and out`() async throws {
        let bench = try ConsoleBench(token: ConsoleBench.token)
        try await bench.run { visitor in
            #expect(try await visitor.post("/sign-in", "token=wrong-wrong-wrong").status == 403)
            let answer = try await visitor.post("/sign-in", "token=\(ConsoleBench.token)")
            #expect(answer.status == 303)
            let cookie = try #require(answer.fields["set-cookie"])
            #expect(cookie.contains("HttpOnly; SameSite=Strict"))
            var person = visitor
            person.fields["Cookie"] = "other=1; " + String(cookie.prefix { $0 != ";" })
            #expect(try await person.get("/").body.contains("Sign out"))
            #expect(try await person.post("/sign-out", "").status == 403)
            let token = try await person.formToken(on: "/")
            #expect(try await person.post("/sign-out", "form_token=\(token)").status == 303)
            #expect(try await person.get("/").status == 303)
        }
        #expect(!bench.log.lines.contains { $0.description.contains(ConsoleBench.token) })
        #expect(!bench.log.lines.contains { $0.description.contains("wrong-wrong") })
    }

    @Test func `lets an address try ten tokens a minute`() async throws {
        try await ConsoleBench(token: ConsoleBench.token).run { visitor async throws in
            for _ in 0..<10 { #expect(try await visitor.post("/sign-in", "token=wrong").status == 403) }
            #expect(try await visitor.post("/sign-in", "token=\(ConsoleBench.token)").status == 429)
            let answer = try await visitor.get("/metrics", ["Authorization": "Bearer \(ConsoleBench.token)"])
            #expect(answer.status == 429)
            #expect(answer.fields["retry-after"] == "60")
        }
    }

    @Test(arguments: ["attacker.example", "attacker.example:8081", "127.0.0.1.attacker.example", "", "localhost.evil"])
    func `answers no page whose name has been bound to this machine`(host: String) async throws {
        try await ConsoleBench().run { visitor async throws in
            #expect(try await visitor.get("/", ["Host": host]).status != 200)
        }
    }

    @Test(arguments: ["localhost", "LOCALHOST:1", "127.0.0.1", "[::1]:8081", "10.0.0.1"])
    func `answers this machine by its addresses`(host: String) async throws {
        try await ConsoleBench().run { visitor async throws in
            #expect(try await visitor.get("/", ["Host": host]).status == 200)
        }
    }

    // MARK: Changes

    @Test func `changes nothing for a form of another site`() async throws {
        let bench = try ConsoleBench([TestHandler()])
        let row = try await bench.appendDead("a")
        try await bench.run { visitor in
            let token = try await visitor.formToken(on: "/dead-letters")
            let form = "row=\(row)&handler=test&state=dead"
            let here = "http://127.0.0.1:\(visitor.port)"
            let attempts: [(String, [String: String])] = [
                (form, [:]), (form + "&form_token=", [:]), (form + "&form_token=\(token.reversed())", [:]),
                (form + "&form_token=\(token)", ["Origin": "https://attacker.example"]),
                (form + "&form_token=\(token)", ["Origin": "null"]),
                (form + "&form_token=\(token)", ["Sec-Fetch-Site": "cross-site"]),
                (form + "&form_token=\(token)", ["Sec-Fetch-Site": "same-site", "Origin": here]),
                (form + "&form_token=\(token)", ["Content-Type": "text/plain"]),
            ]
            for (form, fields) in attempts {
                #expect(try await visitor.post("/replay", form, fields).status == 403, "\(form) \(fields)")
            }
            #expect(try await bench.states("a") == [.dead])
            let answer = try await visitor.post("/replay", form + "&form_token=\(token)", ["Origin": here])
            #expect(answer.status == 303)
            #expect(try await bench.states("a") == [.pending])
        }
    }

    @Test(arguments: ["PUT", "DELETE", "OPTIONS", "PATCH"]) func `knows no other methods`(method: String) async throws {
        try await ConsoleBench().run { visitor async throws in
            let answer = try await visitor.send(method, "/", [:])
            #expect(answer.status == 405)
            #expect(answer.fields["allow"] == "GET, HEAD")
            #expect(try await visitor.send(method, "/replay", [:]).fields["allow"] == "POST")
        }
    }

    @Test func `shows its token nowhere`() throws {
        let token = try #require(AccessToken(ConsoleBench.token))
        #expect("\(token)" == "<redacted>")
        #expect(String(reflecting: token) == "<redacted>")
        #expect(Mirror(reflecting: token).children.isEmpty)
        #expect(AccessToken("fifteen-letters") == nil)
    }
}
