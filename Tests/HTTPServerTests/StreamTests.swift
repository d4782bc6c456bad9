import HTTPServer
import HTTPWire
import Synchronization
import Testing

/// Answers without an end of their own.
@Suite(.timeLimit(.minutes(5)))
struct StreamTests {
    /// Counts what is called once per stream.
    private final class Ends: Sendable {
        let count = Atomic(0)

        var callback: @Sendable () -> Void { { self.count.add(1, ordering: .relaxed) } }
        var value: Int { count.load(ordering: .relaxed) }
    }

    private static let head = StreamHead(contentType: "text/event-stream", headers: [("Cache-Control", "no-store")])

    private let ends = Ends()

    @Test func `sends each part as it comes, and ends with the connection`() async throws {
        try await withServer { running in
            let client = try running.connect()
            let exchange = try await begin(running, client)
            let head = try client.receive(through: "\r\n\r\n").lowercased()
            #expect(head.hasPrefix("http/1.1 200 ok\r\n"))
            #expect(head.contains("content-type: text/event-stream\r\n"))
            #expect(head.contains("connection: close\r\n"))
            #expect(!head.contains("content-length"))
            for part in ["data: 1\n\n", "data: 2\n\n"] {
                exchange.send(Array(part.utf8))
                #expect(try client.receive(through: "\n\n") == part)
            }
            #expect(ends.value == 0)
            exchange.finish()
            #expect(try client.isAtEnd())
            client.finishSending()
            try await eventually { ends.value == 1 }
            exchange.send([1])
            exchange.finish()
        }
    }

    @Test(arguments: [false, true]) func `says that the client has left`(byReset: Bool) async throws {
        try await withServer { running in
            var client: TestClient? = try running.connect()
            if byReset { client?.resetAtEnd() }
            _ = try await begin(running, #require(client))
            _ = try client?.receive(through: "\r\n\r\n")
            client = nil
            try await eventually { ends.value == 1 }
            try await eventually { try running.connectionCount == 0 }
        }
    }

    @Test func `loses a client that takes nothing`() async throws {
        try await withServer { running in
            let client = try running.connect(receiveBuffer: 4_096)
            let exchange = try await begin(running, client)
            let part = [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 16)
            // More than the system's buffers and the server's patience together.
            for _ in 0..<200 { exchange.send(part) }
            try await eventually { ends.value == 1 }
            try await eventually { try running.connectionCount == 0 }
        }
    }

    @Test func `gives a slow client the time of an answer`() async throws {
        try await withServer(.local(bodyTimeout: .milliseconds(100))) { running in
            let client = try running.connect(receiveBuffer: 4_096)
            let exchange = try await begin(running, client)
            try await eventually {
                exchange.send([UInt8](repeating: UInt8(ascii: "x"), count: 1 << 12))
                return ends.value == 1
            }
        }
    }

    @Test func `throws away what the client goes on sending`() async throws {
        try await withServer { running in
            let client = try running.connect()
            let exchange = try await begin(running, client)
            try client.send(Request.get("/echo") + Request.get("/echo"))
            _ = try client.receive(through: "\r\n\r\n")
            exchange.send(Array("end".utf8))
            exchange.finish()
            #expect(try client.receive(through: "end") == "end")
            #expect(try client.isAtEnd())
            #expect(running.responder.requests.count == 1)
        }
    }

    @Test func `ends with the server`() async throws {
        try await withServer { running in
            let client = try running.connect()
            _ = try await begin(running, client)
            _ = try client.receive(through: "\r\n\r\n")
            async let drained: Void = running.server.drain(grace: .seconds(60))
            #expect(try client.isAtEnd())
            client.finishSending()
            await drained
            #expect(ends.value == 1)
        }
    }

    @Test func `sends the head alone where that is asked for`() async throws {
        try await withServer { running in
            let client = try running.connect()
            try client.send("HEAD /later HTTP/1.1\r\nHost: a.example\r\n\r\n")
            try await running.responder.nextExchange().begin(Self.head, onEnd: ends.callback)
            #expect(try client.receiveAnswer(toHead: true).status == 200)
            #expect(ends.value == 1)
            #expect(try client.exchange(Request.get("/echo")).status == 200)
        }
    }

    private func begin(_ running: RunningServer, _ client: TestClient) async throws -> Exchange {
        try client.send(Request.get("/later"))
        let exchange = try await running.responder.nextExchange()
        exchange.begin(Self.head, onEnd: ends.callback)
        return exchange
    }
}
