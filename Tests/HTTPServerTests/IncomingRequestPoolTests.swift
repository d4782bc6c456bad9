import HTTPWire
import Testing

@testable import HTTPServer

struct IncomingRequestPoolTests {
    private var pool = IncomingRequestPool(limits: HTTPLimits())
    private let source: ByteSource

    init() throws {
        source = try ByteSource()
    }

    @Test mutating func `keeps a request unless its buffer has grown`() throws {
        let request = pool.take()
        try source.deliver("x".utf8, to: request.input)
        pool.giveBack(request)
        #expect(pool.take() === request)
        #expect(request.input.isEmpty)
        for _ in 0..<20 { try source.deliver([UInt8](repeating: 1, count: 1_000), to: request.input) }
        pool.giveBack(request)
        #expect(pool.take() !== request)
    }

    @Test mutating func `forgets how far a request was read`() throws {
        let request = pool.take()
        try source.deliver("GET /half HTTP/1.1\r\nHost: a\r\n".utf8, to: request.input)
        #expect(try request.read() == .needsHead)
        pool.giveBack(request)
        let next = pool.take()
        try source.deliver("GET / HTTP/1.1\r\nHost: a\r\n\r\n".utf8, to: next.input)
        #expect(try next.read() == .request(RequestLayout(headLength: 27, bodyEnd: 27, length: 27)))
    }
}
