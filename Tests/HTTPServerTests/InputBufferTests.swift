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

    @Test func `grows no further than it is told, and takes from the budget what it has`() throws {
        let budget = InputBudget(limit: 1 << 20)
        var buffer: InputBuffer? = InputBuffer(budget: budget)
        #expect(budget.count == 0)
        for _ in 0..<2 {
            while buffer?.isFull == false { _ = buffer?.fill { bytes in bytes.count } }
            #expect(buffer?.makeRoom(upTo: 40_000) == true)
        }
        // It has to be enough for something.
        #expect(buffer?.capacity == 49_152)
        #expect(budget.count == 49_152 - InputBuffer.standardCapacity)
        buffer = nil
        #expect(budget.count == 0)
    }

    @Test func `does not grow without budget, and keeps its bytes`() throws {
        let buffer = InputBuffer(budget: InputBudget(limit: 16_383))
        while !buffer.isFull { _ = buffer.fill { bytes in bytes.count } }
        #expect(!buffer.makeRoom())
        #expect(buffer.count == InputBuffer.standardCapacity)
        buffer.consume(10_000)
        #expect(buffer.makeRoom())
    }

    @Test func `gives the storage of a long request back, and keeps what comes after it`() throws {
        let budget = InputBudget(limit: 1 << 20)
        let buffer = InputBuffer(budget: budget)
        for _ in 0..<30 { try source.deliver([UInt8](repeating: 1, count: 1_000), to: buffer) }
        try source.deliver("next".utf8, to: buffer)
        buffer.shrink()
        #expect(budget.count > 0)
        buffer.consume(30_000)
        buffer.shrink()
        #expect(buffer.text(0..<buffer.count) == "next")
        #expect(buffer.capacity == InputBuffer.standardCapacity)
        #expect(budget.count == 0)
    }
}
