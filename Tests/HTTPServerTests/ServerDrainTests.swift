import HTTPServer
import Testing

@Suite(.timeLimit(.minutes(5)))
struct ServerDrainTests {
    private static let long = Duration.seconds(30)

    @Test func `closes idle connections without waiting for the others`() async throws {
        try await withServer { running in
            let client = try running.connect()
            #expect(try client.exchange(Request.get("/echo")).status == 200)
            let busy = try running.connect()
            try busy.send(Request.post("/later", ""))
            let exchange = try await running.responder.nextExchange()
            async let drained: Void = running.server.drain(grace: Self.long)
            #expect(try client.isAtEnd())
            exchange.reply(.echo("late"))
            #expect(try busy.receiveAnswer().closes)
            #expect(try busy.isAtEnd())
            await drained
        }
    }

    @Test func `finishes a request that waits for its answer, and closes`() async throws {
        try await withServer { running in
            let client = try running.connect()
            try client.send(Request.post("/later", ""))
            let exchange = try await running.responder.nextExchange()
            async let drained: Void = running.server.drain(grace: Self.long)
            try await eventually { (try? running.connect()) == nil }
            exchange.reply(.echo("late"))
            let answer = try client.receiveAnswer()
            #expect(answer.body == "late")
            #expect(answer.closes)
            #expect(try client.isAtEnd())
            await drained
        }
    }

    @Test func `finishes a request that is being read`() async throws {
        try await withServer { running in
            let client = try running.connect()
            try client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n")
            _ = try client.receive(through: "\r\n\r\n")
            async let drained: Void = running.server.drain(grace: Self.long)
            try await eventually { (try? running.connect()) == nil }
            let answer = try client.exchange("hello")
            #expect(answer.body == "hello")
            #expect(answer.closes)
            #expect(try client.isAtEnd())
            await drained
        }
    }

    @Test func `waits about a second for a client that has sent nothing`() async throws {
        try await withServer { running in
            let client = try running.connect()
            try await eventually { try running.connectionCount == 1 }
            let time = await ContinuousClock().measure { await running.server.drain(grace: Self.long) }
            #expect(time > .milliseconds(900) && time < .seconds(10))
            #expect(try client.isAtEnd())
        }
    }

    @Test func `serves clients that are still in the queue`() async throws {
        try await withServer { running in
            let blocked = try running.connect()
            try blocked.send(Request.get("/block", fields: "Connection: close\r\n"))
            try await eventually { running.responder.requests.count == 1 }
            // The loop is held, so that these are accepted by nobody before the drain.
            let queued = try (0..<50).map { _ in try running.connect() }
            for client in queued { try client.send(Request.post("/echo", "queued")) }
            async let drained: Void = running.server.drain(grace: Self.long)
            running.responder.unblock()
            for client in queued {
                #expect(try client.receiveAnswer().body == "queued")
                #expect(try client.isAtEnd())
            }
            #expect(try blocked.receiveAnswer().status == 200)
            #expect(try blocked.isAtEnd())
            await drained
        }
    }

    @Test func `refuses new clients and leaves the port to the next server`() async throws {
        try await withServer { running in
            let client = try running.connect()
            try client.send(Request.post("/later", ""))
            let exchange = try await running.responder.nextExchange()
            async let drained: Void = running.server.drain(grace: Self.long)
            try await eventually { (try? running.connect()) == nil }
            let next = Server(
                configuration: ServerConfiguration(loopCount: 1),
                responder: TestResponder(),
                logger: RecordingLogHandler().logger
            )
            try next.start(on: Listener(host: "127.0.0.1", port: running.port))
            exchange.reply(.echo(""))
            _ = try client.receiveAnswer()
            #expect(try client.isAtEnd())
            await drained
            await next.drain(grace: .zero)
        }
    }

    @Test func `stops when the grace is over`() async throws {
        try await withServer { running in
            let client = try running.connect()
            try client.send(Request.post("/later", ""))
            let exchange = try await running.responder.nextExchange()
            await running.server.drain(grace: .milliseconds(50))
            #expect(client.receiveAll().isEmpty)
            exchange.reply(.echo("too late"))
        }
    }

    @Test func `drains a server without connections, and once only`() async throws {
        try await withServer(.local(loopCount: 2)) { running in
            await running.server.drain(grace: Self.long)
            await running.server.drain(grace: Self.long)
            #expect((try? running.connect()) == nil)
        }
    }
}
