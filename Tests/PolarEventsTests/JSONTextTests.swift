import Testing

@testable import PolarEvents

/// Escapes in JSON strings, undone and compared.
struct JSONTextTests {
    private static let escapes = [
        (#"plain"#, "plain"), (#"\u0061"#, "a"), (#"\u00e9\u20AC"#, "é€"), (#"\ud83d\ude00!"#, "😀!"),
        (#"\n\r\t\b\f"#, "\n\r\t\u{8}\u{C}"),
        (#"\"\\\/"#, "\"\\/"), (#"é\u0000é"#, "é\0é"), (#"e\u0301"#, "e\u{301}"), ("", ""),
    ]

    @Test(arguments: escapes) func `undoes escapes`(escaped: String, expected: String) {
        let bytes = Array(escaped.utf8)
        #expect(Array(JSONText.unescaped(bytes.span.bytes).utf8) == Array(expected.utf8))
    }

    @Test(arguments: escapes) func `writes no more than there is room for`(escaped: String, expected: String) {
        let bytes = Array(escaped.utf8)
        for room in 0...expected.utf8.count {
            var output = [UInt8](repeating: 0, count: room)
            let (read, written) = output.withUnsafeMutableBytes { JSONText.unescape(bytes.span.bytes, into: $0) }
            #expect(expected.utf8.starts(with: output.prefix(written)))
            #expect((read == bytes.count) == (room == expected.utf8.count))
        }
    }

    /// The work for a name does not depend on its length, nor on the number of fields.
    @Test func `reads no more of an escaped name than the longest field has`() {
        let name = Array(String(repeating: #"\u0061"#, count: 100_000).utf8)
        var output = [UInt8](repeating: 0, count: 40)
        let (read, written) = output.withUnsafeMutableBytes { JSONText.unescape(name.span.bytes, into: $0) }
        #expect((read, written) == (240, 40))
    }

    @Test(arguments: ["id", "status", "a_longer_name", "x"])
    func `finds a field by a name with escapes`(field: String) {
        let fields: FieldNames = ["id", "a_longer_name", "status", "x"]
        let names = ["id", "a_longer_name", "status", "x"]
        for place in field.indices {
            let value = field[place].asciiValue.map { String($0, radix: 16) } ?? ""
            let name = field[..<place] + #"\u00\#(value)"# + field[field.index(after: place)...]
            let document = Array("\"\(name)\"".utf8)
            let text = JSONScanner.Text(range: 1..<document.count - 1, hasEscapes: true)
            #expect(fields.index(of: text, in: document.span.bytes) == names.firstIndex(of: field))
        }
    }

    @Test(arguments: [#"\u0069"#, #"i\u0064d"#, #"\u0000id"#, #"id\u0301"#, #"\ud83d\ude00"#])
    func `finds no field by another name with escapes`(name: String) {
        let fields: FieldNames = ["id", "x"]
        let document = Array("\"\(name)\"".utf8)
        let text = JSONScanner.Text(range: 1..<document.count - 1, hasEscapes: true)
        #expect(fields.index(of: text, in: document.span.bytes) == -1)
    }
}
