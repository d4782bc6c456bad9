import HTTPServer
import HTTPWire
import Testing

/// The memory of bodies that are still arriving.
@Suite(.timeLimit(.minutes(5)))
struct BodyBudgetTests {
    private static let limit = 1 << 20
    private static let piece = String(repeating: "x", count: 100_000)

    /// A budget for one body of 1 MiB and some of others.
    private static let configuration = ServerConfiguration.local(limits: HTTPLimits(body: limit), bodyBudget: 1)

    private static func head(_ framing: String) -> String {
        "POST /echo HTTP/1.1\r\nHost: a.example\r\n\(framing)\r\n\r\n"
    }

    /// How a body is announced, and what comes around each piece of it.
    private static let framings = [
        ("Content-Length: \(limit)", "", ""), ("Transfer-Encoding: chunked", "186A0\r\n", "\r\n"),
    ]

    /// Sends nine tenths of bodies on several connections, of which the budget has room for two.
    private func sendBodies(
        _ running: RunningServer,
        _ framing: (head: String, before: String, after: String)
    ) async throws -> [TestClient] {
        try (0..<5).map { _ in
            let client = try running.connect()
            try client.send(Self.head(framing.head))
            for _ in 0..<9 { try client.send(framing.before + Self.piece + framing.after) }
            // The answer to another request shows that the loop has read what was sent before.
            _ = try running.connect().exchange(Request.get("/echo"))
            return client
        }
    }

    @Test(arguments: framings.indices) func `refuses the oldest body when there is no room`(framing: Int) async throws {
        try await withServer(Self.configuration) { running in
            let framing = Self.framings[framing]
            let clients = try await sendBodies(running, framing)
            let refused = Int(running.refusalCount("unavailable"))
            #expect((2...4).contains(refused))
            for client in clients.prefix(refused) {
                let answer = try client.receiveAnswer()
                #expect(answer.status == 503)
                #expect(answer.body == #"{"error":"unavailable"}"#)
                #expect(answer["retry-after"] == "5")
                #expect(answer.closes)
                #expect(try client.isAtEnd())
            }
            #expect(running.log.lines.contains { $0.message.contains("http.body_budget") })
            // The newest goes on.
            let last = try #require(clients.last)
            let rest = framing.1.isEmpty ? String(repeating: "x", count: Self.limit - 900_000) : "0\r\n\r\n"
            #expect(try last.exchange(rest).status == 200)
        }
    }

    @Test(arguments: [1, 6_400, 16_000, 60_000, limit])
    func `serves whoever sends at once while others hold all the room`(length: Int) async throws {
        try await withServer(Self.configuration) { running in
            let clients = try await sendBodies(running, Self.framings[0])
            let body = String(repeating: "y", count: length)
            let request = Request.post("/echo", body)
            let client = try running.connect()
            // In two pieces, so that it has to wait for the second.
            try client.send(String(request.prefix(200)))
            _ = try running.connect().exchange(Request.get("/echo"))
            #expect(try client.exchange(String(request.dropFirst(200))).body == body)
            withExtendedLifetime(clients) {}
        }
    }

    @Test(arguments: [false, true]) func `has room again when the bodies are gone`(byReset: Bool) async throws {
        try await withServer(Self.configuration) { running in
            var clients = try await sendBodies(running, Self.framings[0])
            if byReset { clients.forEach { $0.resetAtEnd() } }
            clients = []
            try await eventually { try running.connectionCount == 0 }
            let body = String(repeating: "y", count: Self.limit)
            #expect(try running.connect().exchange(Request.post("/echo", body)).body == body)
        }
    }

    @Test func `has room again after answers and refusals`() async throws {
        try await withServer(Self.configuration) { running in
            let body = String(repeating: "y", count: Self.limit)
            var clients: [TestClient] = []
            for _ in 0..<4 {
                // It stays open, with the start of another request.
                let answered = try running.connect()
                #expect(try answered.exchange(Request.post("/echo", body) + "G").body == body)
                let broken = try running.connect()
                try broken.send(Self.head("Transfer-Encoding: chunked") + "F0000\r\n" + body.prefix(0xF0000) + "oops")
                #expect(try broken.receiveAnswer().status == 400)
                clients += [answered, broken]
            }
            #expect(running.refusalCount("unavailable") == 0)
        }
    }

    @Test func `has room again after time-outs`() async throws {
        let limits = HTTPLimits(body: Self.limit)
        try await withServer(.local(limits: limits, bodyBudget: 1, bodyTimeout: .milliseconds(200))) { running in
            for _ in 0..<4 {
                let client = try running.connect()
                try client.send(Self.head("Content-Length: \(Self.limit)") + String(repeating: "y", count: 900_000))
                #expect(try client.receiveAnswer().status == 408)
            }
        }
    }

    @Test(arguments: [limit, 1_024])
    func `takes the longest body there may be, whatever the budget says`(length: Int) async throws {
        try await withServer(.local(limits: HTTPLimits(body: length), bodyBudget: 0)) { running in
            let body = String(repeating: "z", count: length)
            let chunks = "\(String(length, radix: 16))\r\n\(body)\r\n0\r\n\r\n"
            for request in [Request.post("/echo", body), Request.chunked("/echo", chunks)] {
                let answer = try running.connect().exchange(request)
                #expect(answer.body == body)
            }
        }
    }
}
