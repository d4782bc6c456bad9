import HTTPWire
import Testing

struct RequestParserTests {
    @Test func `starts over after a reset`() throws {
        var parser = RequestParser(limits: HTTPLimits())
        _ = try parser.parse(Array("HEAD /a HTTP/1.0\r\nX: b\r\n\r\n".utf8).span.bytes)
        parser.reset()
        let next = Array("POST /next HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\n".utf8)
        #expect(try parser.parse(next.span.bytes) == .complete(next.count))
        #expect(next.span.bytes.text(parser.head.path) == "/next")
        #expect(parser.head.method == .post)
        #expect(parser.head.bodyFraming == .length(3))
        #expect(parser.head.keepsAlive)
        #expect(parser.head.fieldCount == 2)
        #expect(parser.head.field("x", in: next.span.bytes) == .absent)
    }

    @Test(arguments: ["\u{16}", "GET\r\n"])
    func `does not take a broken request for the one before it`(text: String) throws {
        var parser = RequestParser(limits: HTTPLimits())
        _ = try parser.parse(Array("HEAD /a HTTP/1.1\r\nHost: a\r\n\r\n".utf8).span.bytes)
        parser.reset()
        #expect(throws: HTTPParseError.malformedRequestLine) { try parser.parse(Array(text.utf8).span.bytes) }
        #expect(parser.head.method == .other)
        #expect(parser.head.path.isEmpty)
        #expect(parser.head.fieldCount == 0)
    }

    @Test func `knows the method of a request whose version it does not know`() {
        var parser = RequestParser(limits: HTTPLimits())
        #expect(throws: HTTPParseError.unknownVersion) {
            try parser.parse(Array("HEAD / HTTP/2.0\r\n".utf8).span.bytes)
        }
        #expect(parser.head.method == .head)
    }

    @Test func `reads pipelined requests one after the other`() throws {
        let paths = ["/a", "/b", "/c"]
        let input = Array(paths.map { "GET \($0) HTTP/1.1\r\nHost: a\r\n\r\n" }.joined().utf8)
        var parser = RequestParser(limits: HTTPLimits())
        var start = 0
        for path in paths {
            let bytes = input.span.bytes.extracting(start..<input.count)
            let length = path.utf8.count + 26
            #expect(try parser.parse(bytes) == .complete(length))
            #expect(bytes.text(parser.head.path) == path)
            start += length
            parser.reset()
        }
        #expect(start == input.count)
    }

    @Test(arguments: [
        ("GET /234567 HTTP/1.1\r\n", HTTPLimits(requestLine: 19), HTTPParseError.requestLineTooLong),
        ("GET / HTTP/1.1\r\nHost: abcdefg\r\n\r\n", HTTPLimits(headerSection: 16), .headerTooLarge),
        ("GET / HTTP/1.1\r\nHost: a\r\nX: b\r\n\r\n", HTTPLimits(fieldCount: 1), .headerTooLarge),
        ("GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\n", HTTPLimits(body: 0), .bodyTooLarge),
    ])
    func `refuses what exceeds a smaller limit`(text: String, limits: HTTPLimits, error: HTTPParseError) {
        let bytes = Array(text.utf8)
        #expect(WireReading.outcome(of: bytes, limits: limits) == .refused(error))
        #expect(WireReading.outcome(of: bytes, arrivals: 0..<bytes.count, limits: limits) == .refused(error))
        #expect(WireReading.outcome(of: bytes) != .refused(error))
    }

    @Test func `finds fields at the end of the largest head`() throws {
        let limits = HTTPLimits(requestLine: .max, headerSection: .max)
        let line = "GET /" + String(repeating: "a", count: limits.requestLine - 14) + " HTTP/1.1\r\n"
        let end = "X: end\r\n\r\n"
        let filler = "Y: " + String(repeating: "b", count: limits.headerSection - end.utf8.count - 14) + "\r\n"
        let bytes = Array(("\r\n" + line + "Host: a\r\n" + filler + end).utf8)
        var parser = RequestParser(limits: limits)
        #expect(try parser.parse(bytes.span.bytes) == .complete(2 + 16_384 + 2 + 32_768))
        #expect(parser.head.value(of: "x", in: bytes.span.bytes) == "end")
    }

    @Test func `takes a length up to the largest limit`() throws {
        var parser = RequestParser(limits: HTTPLimits(body: .max))
        _ = try parser.parse(Self.post(length: "1099511627776").span.bytes)
        #expect(parser.head.bodyFraming == .length(1 << 40))
    }

    @Test(arguments: ["1099511627777", "9223372036854775807", "92233720368547758080"])
    func `refuses a length over the largest limit without overflow`(length: String) throws {
        var parser = RequestParser(limits: HTTPLimits(body: .max))
        _ = try parser.parse(Self.post(length: length).span.bytes)
        #expect(parser.head.bodyFraming == .refused(.bodyTooLarge))
    }

    @Test(arguments: [
        ("PUT", "", HTTPParseError.lengthRequired), ("PATCH", "Content-Length: x\r\n", .invalidContentLength),
        ("DELETE", "Content-Length: 9999999\r\n", .bodyTooLarge), ("get", "Transfer-Encoding: x\r\n", .ambiguousLength),
        ("CONNECT", "", .unknownMethod),
    ])
    func `tells method and path of a request whose body it cannot read`(
        method: String,
        fields: String,
        error: HTTPParseError
    ) throws {
        let bytes = Array("\(method) /hooks HTTP/1.1\r\nHost: a\r\n\(fields)Expect: 100-continue\r\n\r\n".utf8)
        var parser = RequestParser(limits: HTTPLimits())
        #expect(try parser.parse(bytes.span.bytes) == .complete(bytes.count))
        #expect(parser.head.bodyFraming == .refused(error))
        #expect(bytes.span.bytes.text(parser.head.path) == "/hooks")
        #expect(!parser.head.expectsContinue)
    }

    private static func post(length: String) -> [UInt8] {
        Array("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: \(length)\r\n\r\n".utf8)
    }
}
