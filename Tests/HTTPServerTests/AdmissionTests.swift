import HTTPServer
import HTTPWire
import Synchronization
import Testing

/// What is decided about a request before its body is read.
@Suite(.timeLimit(.minutes(5)))
struct AdmissionTests {
    private static func head(_ path: String, _ fields: String) -> String {
        "POST \(path) HTTP/1.1\r\nHost: a.example\r\n\(fields)\r\n"
    }

    @Test(arguments: [
        head("/refused", "Content-Length: 5242880\r\n"),
        head("/refused", "Content-Length: 5242880\r\n") + String(repeating: "x", count: 100_000),
        head("/refused", "Content-Length: 5\r\nExpect: 100-continue\r\n"),
        head("/refused", "Transfer-Encoding: chunked\r\nExpect: 100-continue\r\n"),
        head("/refused", "Transfer-Encoding: chunked\r\n") + "5\r\nhello\r\n0\r\n\r\n",
        head("/refused", "Transfer-Encoding: chunked\r\n") + "no size",
        // The responder has the first word, whatever is said about the length.
        head("/refused", ""), head("/refused", "Content-Length: x\r\n"),
        head("/refused", "Content-Length: 99999999999\r\n"),
        head("/refused", "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n"),
        head("/refused", "Transfer-Encoding: gzip, chunked\r\n"),
    ])
    func `refuses at the end of the head, without asking for the body, and closes`(request: String) async throws {
        try await withServer { running in
            let client = try running.connect()
            try client.send(request)
            let answer = try client.receiveAnswer()
            #expect(answer.status == 403)
            #expect(answer.body == #"{"error":"refused"}"#)
            #expect(answer.closes)
            #expect(try client.isAtEnd())
            #expect(running.responder.requests.isEmpty)
            #expect(running.responder.questions.withLock { $0 } == ["/refused"])
        }
    }

    @Test func `sends no body with a refusal of HEAD`() async throws {
        try await withServer { running in
            let client = try running.connect()
            try client.send("HEAD /refused HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n")
            #expect(try client.receiveAnswer(toHead: true).status == 403)
            #expect(try client.isAtEnd())
        }
    }

    @Test func `reads nothing behind a refusal`() async throws {
        try await withServer { running in
            let client = try running.connect()
            let smuggled = Request.get("/smuggled")
            try client.send(Self.head("/refused", "Content-Length: 5\r\n"))
            #expect(try client.receiveAnswer().status == 403)
            try client.send("hello" + smuggled)
            client.finishSending()
            #expect(try client.isAtEnd())
            try await eventually { try running.connectionCount == 0 }
            #expect(running.responder.requests.isEmpty)
        }
    }

    @Test(arguments: [
        head("/short", "Content-Length: 5\r\n"), head("/short", "Content-Length: 5\r\nExpect: 100-continue\r\n"),
        head("/short", "Transfer-Encoding: chunked\r\n") + "5\r\n",
    ])
    func `refuses a body that is longer than its responder wants`(request: String) async throws {
        try await withServer { running in
            let client = try running.connect()
            let answer = try client.exchange(request)
            #expect(answer.status == 413)
            #expect(answer.body == #"{"error":"body_too_large"}"#)
            #expect(try client.isAtEnd())
            #expect(running.responder.requests.isEmpty)
        }
    }

    @Test(arguments: [
        head("/short", "Content-Length: 4\r\n") + "four",
        head("/short", "Transfer-Encoding: chunked\r\n") + "4\r\nfour\r\n0\r\n\r\n",
    ])
    func `reads a body that its responder wants, and stays in step`(request: String) async throws {
        try await withServer { running in
            let client = try running.connect()
            for part in [request, Request.get("/next")] { try client.sendSingly(part) }
            #expect(try client.receiveAnswer().status == 200)
            #expect(try client.receiveAnswer().status == 200)
            #expect(running.responder.requests.map(\.path) == ["/short", "/next"])
            #expect(running.responder.requests.first?.body == "four")
        }
    }

    @Test func `says what is wrong with a length when the responder does not mind`() async throws {
        try await withServer { running in
            let answer = try running.connect().exchange(Self.head("/echo", "Content-Length: x\r\n"))
            #expect(answer.body == #"{"error":"invalid_content_length"}"#)
            #expect(running.refusalCount("invalid_content_length") == 1)
        }
    }
}
