import Foundation
import HTTPWire
import PolarReceiver
import PolarReceiverTesting
import PrometheusMetrics
import Synchronization
import Testing

@testable import ReceiverConsole

/// Who may see the console, and who may change something.
@Suite(.timeLimit(.minutes(5)))
struct GatekeeperTests {
    private static let pages = [
        "/", "/messages", "/messages/1", "/messages/1/body", "/dead-letters", "/handlers", "/events", "/live",
        "/live/stream", "/nothing",
    ]
    private static let programs = ["/api/v1/status", "/api/v1/messages", "/api/v1/openapi.json", "/api/v1/nothing"]
    private static let health = ["/metrics", "/healthz", "/readyz"]
    private static let bearer = ["Authorization": "Bearer \(ConsoleBench.token)"]

    @Test(arguments: [true, false])
    func `shows nothing without the token, also where only this machine reaches it`(isLocal: Bool) async throws {
        try await ConsoleBench().run(signsIn: false, showsHealth: isLocal) { visitor async throws in
            for path in Self.pages {
                let answer = try await visitor.get(path)
                #expect(answer.status == 303, "\(path)")
                #expect(answer.fields["location"] == "/sign-in")
            }
            for path in Self.programs {
                let answer = try await visitor.get(path)
                #expect(answer.status == 401, "\(path)")
                #expect(answer.fields["www-authenticate"] == "Bearer")
            }
            for path in ["/style.css", "/sign-in"] { #expect(try await visitor.get(path).status == 200, "\(path)") }
            let change = try await visitor.send(
                "POST",
                "/api/v1/replay",
                ["Content-Type": "application/json"],
                body: #"{"rows":[1]}"#
            )
            #expect(change.status == 401)
        }
    }

    @Test func `shows metrics and probes to this machine without the token, and to others with it only`() async throws {
        try await ConsoleBench().run(signsIn: false, showsHealth: true) { visitor async throws in
            for path in Self.health { #expect(try await visitor.get(path).status == 200, "\(path)") }
        }
        try await ConsoleBench().run(signsIn: false, showsHealth: false) { visitor async throws in
            for path in Self.health {
                #expect(try await visitor.get(path).status == 401, "\(path)")
                #expect(try await visitor.get(path, Self.bearer).status == 200, "\(path)")
            }
        }
    }

    @Test(arguments: ["", "Bearer", "Bearer wrong", "bearer correct-horse-battery-stapl", "Basic abc"])
    func `refuses a wrong token`(field: String) async throws {
        try await ConsoleBench().run(signsIn: false) { visitor async throws in
            #expect(try await visitor.get("/api/v1/status", ["Authorization": field]).status == 401)
        }
    }

    @Test func `takes the token of a program`() async throws {
        try await ConsoleBench().run(signsIn: false) { visitor async throws in
            for path in ["/", "/metrics", "/api/v1/status", "/api/v1/openapi.json"] {
                #expect(try await visitor.get(path, Self.bearer).status == 200, "\(path)")
            }
        }
    }

    // MARK: Signing in

    @Test func `signs in and out`() async throws {
        let bench = try ConsoleBench()
        try await bench.run(signsIn: false) { visitor in
            #expect(try await visitor.post("/sign-in", "token=wrong-wrong-wrong").status == 403)
            let answer = try await visitor.post("/sign-in", "token=\(ConsoleBench.token)")
            #expect(answer.status == 303)
            let cookie = try #require(answer.fields["set-cookie"])
            #expect(cookie.contains("Path=/; HttpOnly; SameSite=Strict") && !cookie.contains("Secure"))
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

    @Test func `keeps the cookie to TLS where a proxy says that the browser uses it`() async throws {
        try await ConsoleBench().run(signsIn: false) { visitor async throws in
            let fields = ["X-Forwarded-Proto": "https"]
            let answer = try await visitor.post("/sign-in", "token=\(ConsoleBench.token)", fields)
            #expect(answer.fields["set-cookie"]?.hasSuffix("; Secure") == true)
        }
    }

    @Test func `takes the code of a link once`() async throws {
        try await ConsoleBench().run(signsIn: false) { visitor async throws in
            // Neither a look nor a browser that loads the page in advance uses it up.
            #expect(try await visitor.send("HEAD", visitor.signInPath, [:]).status == 403)
            #expect(try await visitor.get(visitor.signInPath, ["Sec-Purpose": "prefetch;prerender"]).status == 403)
            let answer = try await visitor.get(visitor.signInPath)
            #expect(answer.status == 303)
            #expect(answer.fields["location"] == "/")
            var person = visitor
            person.fields["Cookie"] = try #require(
                answer.fields["set-cookie"]?.split(separator: ";").first.map(String.init)
            )
            #expect(try await person.get("/").status == 200)
            let again = try await visitor.get(visitor.signInPath)
            #expect(again.status == 403)
            #expect(again.fields["set-cookie"] == nil)
            #expect(again.body.contains("polar-receiver console"))
            #expect(try await visitor.get("/sign-in?code=0123456789abcdef").status == 403)
        }
    }

    @Test func `forgets a code after its time`() {
        let now = Mutex(ContinuousClock.now)
        let codes = SignInCodes { now.withLock { $0 } }
        let (early, late) = (codes.make(), codes.make())
        #expect(early != late)
        now.withLock { $0 += SignInCodes.lifetime - .seconds(1) }
        #expect(codes.redeem(early))
        #expect(!codes.redeem(early))
        now.withLock { $0 += .seconds(2) }
        #expect(!codes.redeem(late))
        #expect(!codes.redeem(""))
    }

    // MARK: Wrong tokens

    @Test func `takes the right token however many wrong ones came`() async throws {
        try await ConsoleBench().run(signsIn: false) { visitor async throws in
            for _ in 0..<10 { #expect(try await visitor.post("/sign-in", "token=wrong").status == 403) }
            #expect(try await visitor.post("/sign-in", "token=wrong").status == 429)
            let refused = try await visitor.get("/api/v1/status", ["Authorization": "Bearer wrong"])
            #expect(refused.status == 429)
            #expect(refused.fields["retry-after"] == "60")
            #expect(try await visitor.get("/api/v1/status", Self.bearer).status == 200)
            #expect(try await visitor.post("/sign-in", "token=\(ConsoleBench.token)").status == 303)
        }
    }

    @Test func `counts wrong tokens by network and minute`() throws {
        let now = Mutex(ContinuousClock.now)
        let log = LogRecorder()
        let wrong = WrongTokens(registry: PrometheusRegistry(), logger: log.logger) { now.withLock { $0 } }
        for number in 1...10 {
            let client = try #require(ClientAddress("2001:db8::\(number)"))
            #expect(wrong.isBearable(.bearer, from: client))
        }
        #expect(!wrong.isBearable(.bearer, from: try #require(ClientAddress("2001:db8::ffff"))))
        #expect(wrong.isBearable(.bearer, from: try #require(ClientAddress("2001:db8:0:1::1"))))
        #expect(wrong.isBearable(.bearer, from: try #require(ClientAddress("192.0.2.1"))))
        #expect(wrong.isBearable(.bearer, from: try #require(ClientAddress("192.0.2.2"))))
        now.withLock { $0 += WrongTokens.window }
        #expect(wrong.isBearable(.bearer, from: try #require(ClientAddress("2001:db8::ffff"))))
    }

    @Test func `reports wrong tokens in one line for many, and counts each`() async throws {
        let bench = try ConsoleBench()
        try await bench.run(signsIn: false) { visitor in
            for _ in 0..<20 { _ = try await visitor.post("/sign-in", "token=wrong") }
            for _ in 0..<5 { _ = try await visitor.get("/api/v1/status", ["Authorization": "Bearer wrong"]) }
            _ = try await visitor.get("/sign-in?code=wrong")
            let page = try await visitor.get("/metrics").body
            for (place, count) in [("form", 20), ("bearer", 5), ("link", 1)] {
                #expect(page.contains("\(WrongTokens.metric){place=\"\(place)\"} \(count)\n"), "\(place)")
            }
        }
        // At most a line each ten seconds.
        let lines = bench.log.lines.filter { $0.message == "Refused a wrong token at the console" }
        #expect(lines.first?.metadata["client.address"] == "127.0.0.1")
        #expect(!lines.isEmpty && lines.count < 20)
    }

    // MARK: Other sites

    @Test(arguments: ["attacker.example", "attacker.example:8081", "127.0.0.1.attacker.example", "", "localhost.evil"])
    func `shows no metrics to a page whose name has been bound to this machine`(host: String) async throws {
        try await ConsoleBench().run(signsIn: false) { visitor async throws in
            #expect(try await visitor.get("/metrics", ["Host": host]).status != 200)
        }
    }

    @Test(arguments: ["localhost", "LOCALHOST:1", "127.0.0.1", "[::1]:8081", "10.0.0.1"])
    func `shows metrics to this machine by its addresses`(host: String) async throws {
        try await ConsoleBench().run(signsIn: false) { visitor async throws in
            #expect(try await visitor.get("/metrics", ["Host": host]).status == 200)
        }
    }

    @Test(arguments: ["cross-site", "same-site"])
    func `answers nothing that a page of another site embeds or fetches`(site: String) async throws {
        let bench = try ConsoleBench()
        let row = try await bench.append("a")
        try await bench.run { visitor in
            let embedded = [
                ["Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "image"],
                ["Sec-Fetch-Mode": "cors", "Sec-Fetch-Dest": "empty"],
                ["Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "iframe"], [:],
            ]
            for path in [
                "/", "/messages?subject=a", "/messages/\(row)/body", "/api/v1/messages", "/metrics", "/style.css",
            ] {
                for fields in embedded {
                    let answer = try await visitor.get(path, fields.merging(["Sec-Fetch-Site": site]) { $1 })
                    #expect(answer.status == 403, "\(path) \(fields)")
                    #expect(answer.fields["cross-origin-resource-policy"] == "same-origin")
                }
            }
            let link = ["Sec-Fetch-Site": site, "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"]
            #expect(try await visitor.get("/", link).status == 200)
            #expect(try await visitor.post("/sign-in", "token=\(ConsoleBench.token)", link).status == 403)
        }
        #expect(!bench.log.lines.contains { $0.message == "Showed a body" })
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
        try await ConsoleBench().run(signsIn: false) { visitor async throws in
            for (path, methods) in [
                "/": "GET, HEAD", "/metrics": "GET, HEAD", "/style.css": "GET, HEAD", "/replay": "POST",
                "/sign-in": "GET, HEAD, POST",
            ] {
                let answer = try await visitor.send(method, path, [:])
                #expect(answer.status == 405, "\(path)")
                #expect(answer.fields["allow"] == methods, "\(path)")
            }
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
