import Testing

@testable import ReceiverCommand

struct EventStreamParserTests {
    private static func read(_ pieces: [String]) throws -> [String] {
        var parser = EventStreamParser()
        return try pieces.flatMap { try parser.read($0.utf8) }.map { String(decoding: $0, as: UTF8.self) }
    }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func `reads events with every kind of line end, wherever they are cut`(end: String) throws {
        let text = [": hello", "data: a", "", "event: x", "data:b", "data:  c", "id: 7", "", "retry: 5", "", "data: d"]
            .joined(separator: end)
        for cut in text.indices {
            #expect(try Self.read([String(text[..<cut]), String(text[cut...])]) == ["a", "b\n c"])
        }
        #expect(try Self.read(text.unicodeScalars.map(String.init)) == ["a", "b\n c"])
    }

    @Test func `knows an event without a text from none`() throws {
        #expect(try Self.read(["data\n\n\n\ndata:\n\n"]) == ["", ""])
    }

    @Test func `takes no event without an end`() {
        var parser = EventStreamParser(limit: 1_000)
        #expect(throws: EventStreamParser.TooLong.self) {
            try parser.read(repeatElement(UInt8(ascii: "x"), count: 1_001))
        }
    }
}
