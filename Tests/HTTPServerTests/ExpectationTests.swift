import Testing

/// `Expect: 100-continue` (RFC 9110 §10.1.1).
@Suite(.timeLimit(.minutes(5)))
struct ExpectationTests {
    private static let continueAnswer = "HTTP/1.1 100 Continue\r\n\r\n"
    private static let head =
        "POST /echo HTTP/1.1\r\nHost: a.example\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n"

    @Test func `asks for a body that the client holds back`() async throws {
        try await withServer { running in
            let client = try running.connect()
            try client.send(Self.head)
            #expect(try client.receive(through: "\r\n\r\n") == Self.continueAnswer)
            try client.send("hello")
            #expect(try client.receiveAnswer().body == "hello")
        }
    }

    @Test func `asks for a chunked body`() async throws {
        try await withServer { running in
            let client = try running.connect()
            try client.send(
                "POST /echo HTTP/1.1\r\nHost: a.example\r\nTransfer-Encoding: chunked\r\nExpect: 100-continue\r\n\r\n"
            )
            #expect(try client.receive(through: "\r\n\r\n") == Self.continueAnswer)
            try client.send("5\r\nhello\r\n0\r\n\r\n")
            #expect(try client.receiveAnswer().body == "hello")
        }
    }

    @Test(arguments: [
        head + "hello",
        "POST /echo HTTP/1.1\r\nHost: a.example\r\nContent-Length: 0\r\nExpect: 100-continue\r\n\r\n",
        "POST /echo HTTP/1.0\r\nContent-Length: 0\r\nExpect: 100-continue\r\n\r\n",
    ])
    func `does not ask when it need not`(request: String) async throws {
        try await withServer { running in
            let answer = try running.connect().exchange(request)
            #expect(answer.status == 200)
        }
    }

    @Test func `does not ask a client of HTTP 1.0`() async throws {
        try await withServer { running in
            let client = try running.connect()
            try client.send("POST /echo HTTP/1.0\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n")
            try client.sendSingly("hello")
            #expect(try client.receiveAnswer().body == "hello")
        }
    }
}
