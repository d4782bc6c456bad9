import Testing

@testable import PolarEvents

/// RFC 8259 as a table: each text is a document or is none.
struct JSONVectorsTests {
    private func scan(_ text: String) -> Envelope {
        Envelope.scan(Array(text.utf8).span.bytes)
    }

    @Test(arguments: [
        "{}", "[]", " [ ] ", "null", "true", "false", "0", "-0", "1.5", "-1.25e+10", "1E400",
        "10000000000000000000000000000000",
        #""""#, #""a\"\\\/\b\f\n\r\t\u00e9""#, #""\ud83d\ude00""#, "\"Zoë \u{1F600} \u{7F} \u{2028}\"",
        #"{"a":{"b":[1,2,{"c":null}]},"a":2}"#, "\t\r\n{\"a\" : 1 , \"b\" : [ 1 , 2 ] }\n",
    ])
    func `takes what is JSON`(text: String) throws {
        _ = try JSONValue(parsing: Array(text.utf8))
        #expect(scan(text).isJSON)
    }

    @Test(arguments: [
        "", " ", "{", "[", "}", "{]", "[1,]", "[,1]", "{\"a\":1,}", "{\"a\"}", "{a:1}", "{'a':1}", "[1 2]", "{\"a\" 1}",
        "{} {}", "[]x", "nul", "nulls", "True", "NaN", "Infinity", "-", "+1", "01", "-01", "1.", ".5", "1e", "1e+",
        "0x10",
        "1_000", "\"", "\"a", "\"\\x\"", "\"\\u12\"", "\"\\u12g4\"", "\"\\ud83d\"", "\"\\ud83d\\n\"", "\"\\ude00\"",
        "\"\\ud83d\\ud83d\"", "\"a\nb\"", "\"\u{0}\"", "\u{FEFF}{}", "// c\n{}", "{\"a\":1}}", "\"\\",
    ])
    func `refuses what is no JSON`(text: String) {
        #expect(throws: DecodingFailure.self) { try JSONValue(parsing: Array(text.utf8)) }
        #expect(!scan(text).isJSON)
    }

    @Test(
        arguments: [
            [0x80], [0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xC2], [0xC2, 0x20], [0xE0, 0x80, 0x80], [0xE0, 0x9F, 0xBF],
            [0xED, 0xA0, 0x80], [0xE2, 0x82], [0xE2, 0x82, 0x41], [0xF0, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80],
            [0xF5, 0x80, 0x80, 0x80], [0xF0, 0x9F, 0x98], [0xFF], [0xFE],
        ] as [[UInt8]]
    )
    func `refuses text that is not UTF-8`(bytes: [UInt8]) {
        let document = [UInt8(ascii: "\"")] + bytes + [UInt8(ascii: "\"")]
        #expect(throws: DecodingFailure("a string is not UTF-8")) { try JSONValue(parsing: document) }
    }

    @Test func `takes every character of Unicode, raw`() throws {
        for scalar in (0x80...0x10FFFF).compactMap(Unicode.Scalar.init) where scalar.value % 257 < 2 {
            let text = String(Character(scalar))
            #expect(try JSONValue(parsing: Array("\"\(text)\"".utf8)) == .string(text))
        }
    }

    @Test func `ends nesting at the limit`() throws {
        let limit = JSONScanner.depthLimit
        func nested(_ depth: Int) -> [UInt8] {
            Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
        }
        _ = try JSONValue(parsing: nested(limit))
        #expect(throws: DecodingFailure.self) { try JSONValue(parsing: nested(limit + 1)) }
        #expect(throws: DecodingFailure.self) {
            try JSONValue(parsing: Array(String(repeating: "[", count: 1_000_000).utf8))
        }
    }

    @Test func `never traps, whatever is cut or changed`() throws {
        let document = Array(
            #"{"type":"a.b","timestamp":"2026-01-01T00:00:00Z","data":{"id":"é\u00e9","n":[-1.5e3]}}"#.utf8
        )
        for offset in document.indices {
            _ = WebhookEvent(id: "1", body: Array(document[..<offset]))
            for byte: UInt8 in [0, 0x22, 0x5B, 0x5C, 0x7B, 0x7D, 0x80, 0xC3, 0xF0, 0xFF] {
                var changed = document
                changed[offset] = byte
                _ = WebhookEvent(id: "1", body: changed)
            }
        }
    }
}
