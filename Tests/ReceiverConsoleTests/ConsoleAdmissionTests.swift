import Foundation
import Testing

@testable import ReceiverConsole

/// What the console decides before it reads a body: these visitors announce bodies and never send them.
@Suite(.timeLimit(.minutes(5)))
struct ConsoleAdmissionTests {
    private static let long = ["Content-Length": "1048576", "Expect": "100-continue"]

    @Test func `reads no body of a stranger`() async throws {
        try await ConsoleBench().run(signsIn: false) { visitor async throws in
            for path in ["/api/v1/replay", "/api/v1/dismiss"] {
                for token in ["", "Bearer wrong-wrong-wrong-wrong"] {
                    let fields = Self.long.merging(["Authorization": token]) { $1 }
                    #expect(try await visitor.send("POST", path, fields).status == 401, "\(path)")
                }
            }
            for path in ["/replay", "/dismiss", "/sign-out"] {
                let answer = try await visitor.send("POST", path, Self.long)
                #expect(answer.status == 303, "\(path)")
                #expect(answer.fields["location"] == "/sign-in")
            }
        }
    }

    @Test(arguments: ["/", "/metrics", "/api/v1/messages", "/healthz", "/nowhere"])
    func `reads no long body where none means anything`(path: String) async throws {
        try await ConsoleBench().run { visitor async throws in
            #expect(try await visitor.send("GET", path, Self.long).status == 413)
        }
    }

    @Test func `reads a long body of who has the token`() async throws {
        let fields = ["Authorization": "Bearer \(ConsoleBench.token)", "Content-Type": "application/json"]
        try await ConsoleBench().run(signsIn: false) { visitor async throws in
            let body = #"{"rows":[1]"# + String(repeating: " ", count: 500_000) + "}"
            let answer = try await visitor.send("POST", "/api/v1/replay", fields, body: body)
            #expect(answer.status == 200)
        }
    }

    @Test(arguments: ["PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "X"])
    func `refuses other methods, whatever is said about the body`(method: String) async throws {
        let allowed = [
            "/": "GET, HEAD", "/healthz": "GET, HEAD", "/readyz": "GET, HEAD", "/metrics": "GET, HEAD",
            "/style.css": "GET, HEAD", "/api/v1/messages": "GET, HEAD", "/sign-in": "GET, HEAD, POST",
            "/replay": "POST",
            "/api/v1/dismiss": "POST",
        ]
        try await ConsoleBench().run(signsIn: false) { visitor async throws in
            for (path, methods) in allowed {
                for length in ["0", "1048576", "99999999999", "x"] {
                    let answer = try await visitor.send(method, path, ["Content-Length": length])
                    #expect(answer.status == 405, "\(path) \(length)")
                    #expect(answer.fields["allow"] == methods, "\(path) \(length)")
                }
            }
        }
    }

    @Test func `answers HEAD as GET, without the body`() async throws {
        try await ConsoleBench().run(signsIn: false) { visitor async throws in
            for path in ["/healthz", "/readyz", "/style.css", "/live.js", "/icon.svg", "/sign-in"] {
                let answer = try await visitor.send("HEAD", path, [:])
                #expect(answer.status == 200, "\(path)")
                #expect(answer.body == "")
                #expect(answer.fields["content-length"] == "\(try await visitor.get(path).body.utf8.count)")
            }
        }
    }
}
