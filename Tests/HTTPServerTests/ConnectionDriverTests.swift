import HTTPServer
import HTTPWire
import Testing

@Suite(.timeLimit(.minutes(5)))
struct ConnectionDriverTests {
    @Test func `answers with date, length and type and without a server name`() async throws {
        try await withServer { running in
            let answer = try running.connect().exchange(Request.post("/echo", "hello"))
            #expect(answer.status == 200)
            #expect(answer.body == "hello")
            #expect(answer["content-length"] == "5")
            #expect(answer["content-type"] == "text/plain")
            #expect(answer.fields.count == 3)
            let date = try #require(answer["date"])
            #expect(date.wholeMatch(of: /\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT/) != nil)
        }
    }

    @Test func `tells the responder path, body and client`() async throws {
        try await withServer { running in
            _ = try running.connect().exchange(Request.post("/echo?x=1", "hello"))
            #expect(running.responder.requests == [.init(path: "/echo", body: "hello", client: "127.0.0.1")])
        }
    }

    @Test func `keeps the connection for the next request`() async throws {
        try await withServer { running in
            let client = try running.connect()
            for body in ["one", "two", "three"] {
                let answer = try client.exchange(Request.post("/echo", body))
                #expect(answer.body == body)
                #expect(answer["connection"] == nil)
            }
            #expect(try running.connectionCount == 1)
        }
    }

    @Test(arguments: [
        Request.get("/echo", fields: "Connection: close\r\n"),
        Request.get("/echo", fields: "Connection: x, Close\r\n"),
        Request.get("/echo", version: "1.0"),
        Request.get("/echo", version: "1.0", fields: "Connection: keep-alive\r\n"),
    ])
    func `closes after the answer`(request: String) async throws {
        try await withServer { running in
            let client = try running.connect()
            // The second request is not read.
            let answer = try client.exchange(request + Request.get("/echo"))
            #expect(answer.status == 200)
            #expect(answer.closes)
            #expect(try client.isAtEnd())
            #expect(running.responder.requests.count == 1)
        }
    }

    @Test func `answers HEAD without a body, and the next request with one`() async throws {
        try await withServer { running in
            let client = try running.connect()
            let head = "HEAD /echo HTTP/1.1\r\nHost: a.example\r\nContent-Length: 5\r\n\r\nhello"
            try client.send(head + Request.post("/echo", "next"))
            #expect(try client.receiveAnswer(toHead: true)["content-length"] == "5")
            #expect(try client.receiveAnswer().body == "next")
        }
    }

    @Test func `answers a broken request after HEAD with a body`() async throws {
        try await withServer { running in
            let client = try running.connect()
            try client.send("HEAD /echo HTTP/1.1\r\nHost: a.example\r\n\r\n\u{1}")
            _ = try client.receiveAnswer(toHead: true)
            #expect(try client.receiveAnswer().body == #"{"error":"malformed_request_line"}"#)
        }
    }

    @Test func `reads a request that arrives byte by byte`() async throws {
        try await withServer { running in
            let client = try running.connect()
            try client.sendSingly(Request.post("/echo", "hello"))
            #expect(try client.receiveAnswer().body == "hello")
            try client.sendSingly(Request.chunked("/echo", "3;x=y\r\nhel\r\n2\r\nlo\r\n0\r\nT: x\r\n\r\n"))
            #expect(try client.receiveAnswer().body == "hello")
        }
    }

    @Test func `reads a body of the limit's size in pieces`() async throws {
        let limit = HTTPLimits().body
        let piece = String(repeating: "abcdefg\n", count: 128)
        try await withServer { running in
            let client = try running.connect()
            try client.send("POST /echo HTTP/1.1\r\nHost: a.example\r\nContent-Length: \(limit)\r\n\r\n")
            for _ in 0..<limit / piece.utf8.count { try client.send(piece) }
            #expect(try client.receiveAnswer().body == String(repeating: piece, count: limit / piece.utf8.count))
        }
    }

    @Test func `removes the chunked coding and goes on with the next request`() async throws {
        try await withServer { running in
            let client = try running.connect()
            let chunks = "5\r\nhello\r\n1\r\n!\r\n0\r\n\r\n"
            try client.send(Request.chunked("/echo", chunks) + Request.post("/echo", "next"))
            #expect(try client.receiveAnswer().body == "hello!")
            #expect(try client.receiveAnswer().body == "next")
        }
    }

    @Test func `answers pipelined requests in order, whether now or later`() async throws {
        try await withServer { running in
            let client = try running.connect()
            let paths = ["/echo", "/later", "/echo", "/later", "/later", "/echo"]
            try client.send(paths.enumerated().map { Request.post($1, "\($0)") }.joined())
            for (number, path) in paths.enumerated() {
                if path == "/later" { try await running.responder.nextExchange().reply(.echo("\(number)")) }
                #expect(try client.receiveAnswer().body == "\(number)")
            }
        }
    }

    @Test func `answers thousands of pipelined requests`() async throws {
        try await withServer { running in
            let client = try running.connect()
            for _ in 0..<10 {
                try client.send(String(repeating: Request.post("/echo", "x"), count: 500))
                for _ in 0..<500 { #expect(try client.receiveAnswer().body == "x") }
            }
        }
    }

    @Test func `answers a client that has finished sending`() async throws {
        try await withServer { running in
            let client = try running.connect()
            try client.send(Request.post("/echo", "one") + Request.post("/echo", "two"))
            client.finishSending()
            #expect(try client.receiveAnswer().body == "one")
            #expect(try client.receiveAnswer().body == "two")
            #expect(try client.isAtEnd())
        }
    }

    @Test(arguments: ["", "Connection: close\r\n"])
    func `answers a client later that has finished sending`(fields: String) async throws {
        try await withServer { running in
            let client = try running.connect()
            try client.send(Request.post("/later", "", fields: fields))
            client.finishSending()
            try await running.responder.nextExchange().reply(.echo("late"))
            #expect(try client.receiveAnswer().body == "late")
            #expect(try client.isAtEnd())
            try await eventually { try running.connectionCount == 0 }
        }
    }

    @Test(arguments: ["POST /echo HT", "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nx"])
    func `closes when a client stops in the middle of a request`(start: String) async throws {
        try await withServer { running in
            let client = try running.connect()
            try client.send(start)
            client.finishSending()
            #expect(try client.isAtEnd())
            #expect(running.responder.requests.isEmpty)
        }
    }

    @Test func `ignores an answer to a client that has gone`() async throws {
        try await withServer { running in
            var client: TestClient? = try running.connect()
            try client?.send(Request.post("/later", ""))
            let exchange = try await running.responder.nextExchange()
            client?.resetAtEnd()
            client = nil
            try await eventually { try running.connectionCount == 0 }
            // Takes the slot of the first, which the answer must not reach.
            let next = try running.connect()
            try next.send(Request.post("/later", ""))
            let nextExchange = try await running.responder.nextExchange()
            exchange.reply(.echo("wrong"))
            nextExchange.reply(.echo("right"))
            #expect(try next.receiveAnswer().body == "right")
        }
    }

    @Test(arguments: ["/twice", "/later"])
    func `does not take a second answer for one to the next request`(path: String) async throws {
        try await withServer { running in
            let client = try running.connect()
            try client.send(Request.post(path, "first") + Request.post("/later", ""))
            if path == "/later" {
                let exchange = try await running.responder.nextExchange()
                exchange.reply(.echo("first"))
                exchange.reply(.echo("late"))
            }
            #expect(try client.receiveAnswer().body == "first")
            try await running.responder.nextExchange().reply(.echo("second"))
            #expect(try client.receiveAnswer().body == "second")
        }
    }

    @Test func `sends a large answer to a client that takes it slowly`() async throws {
        try await withServer { running in
            let client = try running.connect(receiveBuffer: 4_096)
            try client.send(Request.get("/large") + Request.post("/echo", "next"))
            #expect(try client.receiveAnswer().body.utf8.count == TestResponder.largeBody.count)
            #expect(try client.receiveAnswer().body == "next")
        }
    }
}
