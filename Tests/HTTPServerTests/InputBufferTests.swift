import Testing

@testable import HTTPServer

struct InputBufferTests {
    private let source: ByteSource
    private let buffer = InputBuffer()

    init() throws {
        source = try ByteSource()
    }

    @Test func `gives up bytes at the start`() throws {
        try source.deliver("hello".utf8, to: buffer)
        buffer.consume(2)
        #expect(buffer.text(0..<buffer.count) == "llo")
        buffer.consume(3)
        #expect(buffer.isEmpty)
    }

    @Test func `gives up bytes at the end`() throws {
        try source.deliver("hello".utf8, to: buffer)
        buffer.consume(1)
        buffer.truncate(to: 2)
        try source.deliver("p".utf8, to: buffer)
        #expect(buffer.text(0..<buffer.count) == "elp")
    }

    @Test func `moves bytes down, also onto themselves`() throws {
        try source.deliver("_abcdefg".utf8, to: buffer)
        buffer.consume(1)
        buffer.move(2..<7, to: 1)
        #expect(buffer.text(0..<6) == "acdefg")
    }

    @Test func `keeps its bytes when it grows, to at most twice what is in it`() throws {
        let piece = String(repeating: "0123456789abcdef", count: 64)
        var expected = ""
        for _ in 0..<200 {
            try source.deliver(piece.utf8, to: buffer)
            expected += piece
        }
        #expect(buffer.text(0..<buffer.count) == expected)
        #expect(buffer.capacity <= 2 * expected.utf8.count)
    }

    @Test func `uses the room at its start again instead of growing`() throws {
        let piece = [UInt8](repeating: 1, count: 1_000)
        for _ in 0..<1_000 {
            try source.deliver(piece, to: buffer)
            if buffer.count > 3_000 { buffer.consume(1_000) }
        }
        #expect(buffer.capacity == InputBuffer.standardCapacity)
    }
}
