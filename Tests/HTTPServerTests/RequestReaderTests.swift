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
            if case .request = try reader.read(input) { Issue.record("complete after \(split) bytes") }
            try source.deliver(bytes[split...], to: input)
            guard case .request(let layout) = try reader.read(input) else {
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
        #expect(try reader.read(input) == .needsBody(sendsContinue: false))
        for _ in 0..<10_000 {
            try source.deliver("1\r\na\r\n".utf8, to: input)
            #expect(try reader.read(input) == .needsBody(sendsContinue: false))
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
}
