import HTTPWire
import Testing

struct ChunkedDecoderTests {
    @Test func `gives data in place and leaves what is behind the body`() throws {
        let bytes = Array("3\r\nabc\r\n2;x\r\nde\r\n0\r\n\r\nGET /".utf8)
        var decoder = ChunkedDecoder(bodyLimit: 5)
        var offset = 0
        #expect(try decoder.step(bytes.span.bytes, at: &offset) == .data(3..<6))
        #expect(try decoder.step(bytes.span.bytes, at: &offset) == .data(13..<15))
        #expect(try decoder.step(bytes.span.bytes, at: &offset) == .end)
        #expect(offset == 22)
    }

    @Test func `stays at the end`() throws {
        let bytes = Array("0\r\n\r\n5\r\n".utf8)
        var decoder = ChunkedDecoder(bodyLimit: 5)
        var offset = 0
        for _ in 0..<2 {
            #expect(try decoder.step(bytes.span.bytes, at: &offset) == .end)
            #expect(offset == 5)
        }
    }

    @Test func `gives the data of a chunk as it arrives`() throws {
        let bytes = Array("4\r\nabcd\r\n".utf8)
        var decoder = ChunkedDecoder(bodyLimit: 4)
        var offset = 0
        #expect(try decoder.step(bytes.span.bytes.extracting(0..<5), at: &offset) == .data(3..<5))
        #expect(try decoder.step(bytes.span.bytes.extracting(0..<5), at: &offset) == .needsMore)
        #expect(try decoder.step(bytes.span.bytes, at: &offset) == .data(5..<7))
        #expect(try decoder.step(bytes.span.bytes, at: &offset) == .needsMore)
        #expect(offset == bytes.count)
    }

    @Test func `goes on in another buffer`() throws {
        var decoder = ChunkedDecoder(bodyLimit: 2)
        var offset = 0
        #expect(try decoder.step(Array("2\r\na".utf8).span.bytes, at: &offset) == .data(3..<4))
        offset = 0
        #expect(try decoder.step(Array("b\r\n0\r\n\r\n".utf8).span.bytes, at: &offset) == .data(0..<1))
    }

    @Test(arguments: [
        (0, "1"), (-1, "1"), (15, "10"), (16, "11"), (.max, "10000000001"), (.max, "7fffffffffffffff"),
        (.max, "ffffffffffffffff"), (16, "1\r\na\r\n10"), (.max, "1\r\na\r\n10000000000"),
    ])
    func `refuses a body over its limit at the size of the chunk`(limit: Int, text: String) {
        #expect(throws: HTTPParseError.bodyTooLarge) { try Self.decode(text, limit: limit) }
    }

    @Test(arguments: [(0, "0"), (16, "10"), (.max, "10000000000"), (16, "1\r\na\r\nf")])
    func `takes a body up to its limit`(limit: Int, text: String) throws {
        #expect(try Self.decode(text, limit: limit) == .needsMore)
    }

    private static func decode(_ text: String, limit: Int) throws(HTTPParseError) -> ChunkedDecoder.Step {
        let bytes = Array(text.utf8)
        var decoder = ChunkedDecoder(bodyLimit: limit)
        var offset = 0
        while true {
            let step = try decoder.step(bytes.span.bytes, at: &offset)
            if case .data = step { continue }
            return step
        }
    }
}
