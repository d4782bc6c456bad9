import HTTPServer
import Testing

@Suite(.timeLimit(.minutes(5)))
struct TimeoutTests {
    private static let short = Duration.milliseconds(100)

    @Test func `refuses a head that is too slow`() async throws {
        try await withServer(.local(headTimeout: Self.short)) { running in
            let client = try running.connect()
            let answer = try client.exchange("GET / HT")
            #expect(answer.status == 408)
            #expect(answer.body == #"{"error":"request_timeout"}"#)
            #expect(answer.closes)
            #expect(try client.isAtEnd())
            #expect(running.refusalCount("request_timeout") == 1)
        }
    }

    @Test func `refuses a later head that is too slow`() async throws {
        try await withServer(.local(headTimeout: Self.short)) { running in
            let client = try running.connect()
            #expect(try client.exchange(Request.get("/echo") + "GET").status == 200)
            #expect(try client.receiveAnswer().status == 408)
        }
    }

    @Test(arguments: [
        "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhell",
        Request.chunked("/echo", "5\r\nhell"),
    ])
    func `refuses a body that is too slow`(start: String) async throws {
        try await withServer(.local(bodyTimeout: Self.short)) { running in
            let client = try running.connect()
            #expect(try client.exchange(start).status == 408)
            #expect(try client.isAtEnd())
            #expect(running.responder.requests.isEmpty)
        }
    }

    @Test func `closes a connection that sends nothing`() async throws {
        try await withServer(.local(headTimeout: Self.short)) { running in
            let client = try running.connect()
            #expect(try client.isAtEnd())
            #expect(running.refusalCount("request_timeout") == 0)
        }
    }

    @Test func `closes an idle connection silently`() async throws {
        try await withServer(.local(idleTimeout: Self.short)) { running in
            let client = try running.connect()
            #expect(try client.exchange(Request.get("/echo")).status == 200)
            #expect(try client.isAtEnd())
        }
    }

    @Test func `closes a connection whose client does not take the answer`() async throws {
        try await withServer(.local(bodyTimeout: Self.short)) { running in
            let client = try running.connect(receiveBuffer: 4_096)
            try client.send(Request.get("/large"))
            try await eventually { try running.connectionCount == 0 && running.responder.requests.count == 1 }
            #expect(client.receiveAll().count < TestResponder.largeBody.count)
        }
    }

    @Test func `closes a connection whose client does not close after the last answer`() async throws {
        try await withServer { running in
            let client = try running.connect()
            #expect(try client.exchange(Request.get("/echo", fields: "Connection: close\r\n")).status == 200)
            #expect(try running.connectionCount == 1)
            try await eventually { try running.connectionCount == 0 }
        }
    }

    @Test func `waits for an answer longer than for a client`() async throws {
        let configuration = ServerConfiguration.local(
            headTimeout: Self.short,
            bodyTimeout: Self.short,
            idleTimeout: Self.short
        )
        try await withServer(configuration) { running in
            let client = try running.connect()
            try client.send(Request.post("/later", ""))
            let exchange = try await running.responder.nextExchange()
            // A second client, connected later, has come to its time-out meanwhile.
            #expect(try running.connect().isAtEnd())
            exchange.reply(.echo("late"))
            #expect(try client.receiveAnswer().body == "late")
        }
    }
}
