import HTTPWire
import Testing

@testable import HTTPServer

struct RequestReaderTests {
    private static let head = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
    private static let chunks = "3;x\r\nhel\r\n2\r\nlo\r\n0\r\nT: x\r\n\r\n"

    @Test func `decodes chunks in place, wherever they are split`() throws {
        let bytes = Array((Self.head + Self.chunks + "GET").utf8)
        for split in 1..<bytes.count - 3 {
            let source = try ByteSource()
            let input = InputBuffer()
            var reader = RequestReader(limits: HTTPLimits())
            try source.deliver(bytes[..<split], to: input)
            if case .request = try reader.readAdmitting(input) { Issue.record("complete after \(split) bytes") }
            try source.deliver(bytes[split...], to: input)
            guard case .request(let layout) = try reader.readAdmitting(input) else {
                Issue.record("incomplete when split at \(split)")
                continue
            }
            #expect(input.text(layout.headLength..<layout.bodyEnd) == "hello")
            input.consume(layout.length)
            #expect(input.text(0..<input.count) == "GET")
        }
    }

    @Test func `keeps of an incomplete chunked body what is decoded`() throws {
        let source = try ByteSource()
        let input = InputBuffer()
        var reader = RequestReader(limits: HTTPLimits())
        try source.deliver(Self.head.utf8, to: input)
        #expect(try reader.readAdmitting(input) == .needsBody)
        for _ in 0..<10_000 {
            try source.deliver("1\r\na\r\n".utf8, to: input)
            #expect(try reader.read(input) == .needsBody)
        }
        #expect(input.count == Self.head.utf8.count + 10_000)
        #expect(input.capacity == InputBuffer.standardCapacity)
    }

    @Test func `reads the next request after the first`() throws {
        let source = try ByteSource()
        let input = InputBuffer()
        var reader = RequestReader(limits: HTTPLimits())
        try source.deliver((Request.post("/", "one") + Request.post("/", "three")).utf8, to: input)
        for body in ["one", "three"] {
            guard case .request(let layout) = try reader.read(input) else {
                Issue.record("incomplete")
                return
            }
            #expect(input.text(layout.headLength..<layout.bodyEnd) == body)
            input.consume(layout.length)
            reader.reset()
        }
        #expect(input.isEmpty)
    }

    @Test(arguments: [
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhell",
        head, head + chunks,
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5242881\r\n\r\n",
        "PUT / HTTP/1.1\r\nHost: a\r\n\r\n",
    ])
    func `asks about a body that is not there yet, or has no known end`(text: String) throws {
        let source = try ByteSource()
        let input = InputBuffer()
        var reader = RequestReader(limits: HTTPLimits())
        try source.deliver(text.utf8, to: input)
        for _ in 0..<2 {
            guard case .needsAdmission(let headLength) = try reader.read(input) else {
                Issue.record("it does not ask")
                return
            }
            #expect(input.text(0..<headLength).hasSuffix("\r\n\r\n"))
        }
    }

    @Test(arguments: ["Content-Length: 5\r\n\r\nhello", "Content-Length: 0\r\n\r\n"])
    func `does not ask about a body that has come with its head`(rest: String) throws {
        let source = try ByteSource()
        let input = InputBuffer()
        var reader = RequestReader(limits: HTTPLimits())
        try source.deliver("POST / HTTP/1.1\r\nHost: a\r\n\(rest)".utf8, to: input)
        guard case .request = try reader.read(input) else {
            Issue.record("it asks")
            return
        }
    }

    @Test(arguments: ["Content-Length: 5\r\n\r\nhell", "Transfer-Encoding: chunked\r\n\r\n5\r\nhello"])
    func `refuses a body that is longer than what is admitted`(rest: String) throws {
        let source = try ByteSource()
        let input = InputBuffer()
        var reader = RequestReader(limits: HTTPLimits())
        try source.deliver("POST / HTTP/1.1\r\nHost: a\r\n\(rest)".utf8, to: input)
        _ = try reader.read(input)
        #expect(throws: HTTPParseError.bodyTooLarge) {
            try reader.admitBody(limit: 4)
            _ = try reader.read(input)
        }
    }
}

extension RequestReader {
    /// Reads on, and admits any body.
    fileprivate mutating func readAdmitting(_ input: InputBuffer) throws(HTTPParseError) -> Progress {
        let progress = try read(input)
        guard case .needsAdmission = progress else { return progress }
        try admitBody(limit: .max)
        return try read(input)
    }
}
