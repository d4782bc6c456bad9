import HTTPServer
import HTTPWire
import Logging
import Testing

@Suite(.timeLimit(.minutes(5)))
struct RefusalTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let request: String
        let status: Int
        let reason: String
        var testDescription: String { reason }
    }

    static let cases = [
        Case(request: "\u{16}\u{3}\u{1}", status: 400, reason: "unexpected_tls"),
        Case(request: "\u{16}x", status: 400, reason: "malformed_request_line"),
        Case(request: "GET /\u{1} HTTP/1.1\r\n", status: 400, reason: "malformed_target"),
        Case(request: "GET / HTTP/1.1\n", status: 400, reason: "bare_line_end"),
        Case(request: "GET / HTTP/1.1\r\nHost : a\r\n", status: 400, reason: "malformed_field"),
        Case(request: "GET / HTTP/1.1\r\nHost: a\r\n x\r\n", status: 400, reason: "folded_field"),
        Case(request: "GET / HTTP/1.1\r\n\r\n", status: 400, reason: "invalid_host"),
        Case(
            request: Request.get("/", fields: "Content-Length: +1\r\n"),
            status: 400,
            reason: "invalid_content_length"
        ),
        Case(
            request: Request.post("/", "", fields: "Transfer-Encoding: chunked\r\n"),
            status: 400,
            reason: "ambiguous_length"
        ),
        Case(request: Request.chunked("/", "x\r\n"), status: 400, reason: "malformed_chunk"),
        Case(request: Request.chunked("/", "2\r\nabc"), status: 400, reason: "malformed_chunk"),
        Case(request: "POST / HTTP/1.1\r\nHost: a\r\n\r\n", status: 411, reason: "length_required"),
        Case(
            request: "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5242881\r\nExpect: 100-continue\r\n\r\n",
            status: 413,
            reason: "body_too_large"
        ),
        Case(request: Request.chunked("/", "500001\r\n"), status: 413, reason: "body_too_large"),
        Case(
            request: "GET /\(String(repeating: "a", count: 8_192))",
            status: 414,
            reason: "request_line_too_long"
        ),
        Case(request: Request.get("/", fields: "Expect: x\r\n"), status: 417, reason: "unknown_expectation"),
        Case(
            request: Request.get("/", fields: "A: \(String(repeating: "a", count: 32_768))\r\n"),
            status: 431,
            reason: "header_too_large"
        ),
        Case(
            request: Request.get("/", fields: String(repeating: "A: b\r\n", count: 100)),
            status: 431,
            reason: "header_too_large"
        ),
        Case(
            request: "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n",
            status: 501,
            reason: "unknown_transfer_coding"
        ),
        Case(request: "CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n", status: 501, reason: "unknown_method"),
        Case(request: "GET / HTTP/2.0\r\n", status: 505, reason: "unknown_version"),
    ]

    @Test(arguments: cases)
    func `answers with the status and reason, and closes`(refused: Case) async throws {
        try await withServer { running in
            let client = try running.connect()
            // What follows would be a request on a connection that is still in step.
            try client.send(refused.request + "\r\n\r\n" + Request.get("/smuggled"))
            let answer = try client.receiveAnswer()
            #expect(answer.status == refused.status)
            #expect(answer.body == #"{"error":"\#(refused.reason)"}"#)
            #expect(answer["content-type"] == "application/json")
            #expect(answer["content-length"] == "\(answer.body.utf8.count)")
            #expect(answer["date"] != nil)
            #expect(answer.fields.count == 4)
            #expect(answer.closes)
            #expect(try client.isAtEnd())
            #expect(running.responder.requests.isEmpty)
            #expect(running.refusalCount(refused.reason) == 1)
        }
    }

    @Test func `answers the requests before a broken one`() async throws {
        try await withServer { running in
            let client = try running.connect()
            try client.send(Request.post("/echo", "one") + "\u{1}" + Request.post("/echo", "two"))
            #expect(try client.receiveAnswer().body == "one")
            #expect(try client.receiveAnswer().status == 400)
            #expect(try client.isAtEnd())
            #expect(running.responder.requests.count == 1)
        }
    }

    @Test func `lets a client read the answer that goes on sending`() async throws {
        try await withServer(.local(limits: HTTPLimits(body: 10))) { running in
            let client = try running.connect()
            try client.send(Request.post("/echo", String(repeating: "a", count: 1 << 20)))
            #expect(try client.receiveAnswer().status == 413)
            #expect(try client.isAtEnd())
        }
    }

    @Test func `logs the reason and the client, one line for many`() async throws {
        try await withServer { running in
            for _ in 0..<3 { _ = try running.connect().exchange("GET / HTTP/2.0\r\n") }
            #expect(
                running.log.lines == [
                    .init(
                        level: .warning,
                        message: "Refused a request that is broken or slow",
                        metadata: ["error.type": "unknown_version", "client.address": "127.0.0.1"]
                    )
                ]
            )
            #expect(running.refusalCount("unknown_version") == 3)
        }
    }
}
