/// Chunks whose sizes, extensions and ends some parsers read in another way.
extension SmugglingCase {
    static let malformedChunk = End.refused(400, "malformed_chunk")

    static let chunkSizes =
        [
            "nothing": "", "a hexadecimal prefix": "0x5", "a plus sign": "+5", "a minus sign": "-5", "minus zero": "-0",
            "a digit separator": "0_5", "a space before it": " 5", "a space behind it": "5 ", "a tab behind it": "5\t",
            "a space between digits": "1 0", "a NUL behind it": "5\0", "a vertical tab behind it": "5\u{B}",
            "a no-break space behind it": "5\u{A0}", "a comma behind it": "5,", "quotes": "\"5\"", "a letter": "g",
            "an h behind it": "5h", "a fraction": "5.0", "seventeen zeros": "00000000000000000",
            "a CR before it": "\r5", "an empty line before it": "\r\n5",
        ].sorted { $0.key < $1.key }.map { name, size in
            SmugglingCase(
                "a chunk size with \(name)",
                "RFC 9112 7.1",
                chunked("\(size)\r\nhello\r\n0\r\n\r\n"),
                malformedChunk
            )
        }
        + [
            "2^32 + 5, which 32 bits take for 5": "100000005",
            "2^64 + 5, which 64 bits take for 5": "10000000000000005",
            "2^64 - 1, which is -1 in 64 bits": "ffffffffffffffff", "2^63, which is negative": "8000000000000000",
            "a hundred digits": String(repeating: "f", count: 100),
        ].sorted { $0.key < $1.key }.map { name, size in
            SmugglingCase(
                "a chunk size of \(name)",
                "RFC 9112 7.1",
                chunked("\(size)\r\nhello\r\n0\r\n\r\n"),
                .refused(413, "body_too_large")
            )
        }
        + [
            SmugglingCase(
                "a chunk size with leading zeros",
                "RFC 9112 7.1",
                chunked("0000000000000005\r\nhello\r\n0000000000000000\r\n\r\n"),
                sees: first("hello")
            ),
            SmugglingCase(
                "a chunk size with a capital digit",
                "RFC 9112 7.1",
                chunked("A\r\nhelloworld\r\n0\r\n\r\n"),
                sees: first("helloworld")
            ),
        ]

    static let chunkExtensions = [
        chunk("an LF behind an extension", "TERM.EXT", "5;\nhello\r\n0\r\n\r\n"),
        chunk("an LF in an extension", "EXT.TERM", "5;a\nb\r\nhello\r\n0\r\n\r\n"),
        chunk("a CR in an extension", "EXT.TERM", "5;a\rb\r\nhello\r\n0\r\n\r\n"),
        chunk("CR CR LF behind an extension", "EXT.TERM", "5;a\r\r\nhello\r\n0\r\n\r\n"),
        chunk("an LF in a quoted extension", "RFC 9112 7.1.1", "5;a=\"\n\"\r\nhello\r\n0\r\n\r\n"),
        chunk("a CR in a quoted extension", "RFC 9112 7.1.1", "5;a=\"\r\"\r\nhello\r\n0\r\n\r\n"),
        chunk("a NUL in an extension", "RFC 9112 7.1.1", "5;a\0\r\nhello\r\n0\r\n\r\n"),
        chunk("an LF behind the extension of the last chunk", "TERM.EXT", "5\r\nhello\r\n0;\n\r\n"),
        chunk("an extension without its semicolon", "RFC 9112 7.1.1", "5 a\r\nhello\r\n0\r\n\r\n"),
        chunk("an extension without a size", "RFC 9112 7.1.1", ";a\r\nhello\r\n0\r\n\r\n"),
        SmugglingCase(
            "an extension of 16 KiB",
            "RFC 9112 7.1.1",
            chunked("5;\(String(repeating: "a", count: 16_384))\r\nhello\r\n0\r\n\r\n"),
            .refused(431, "header_too_large")
        ),
        SmugglingCase(
            "an extension is ignored, whatever it looks like",
            "RFC 9112 7.1.1",
            chunked("5;44=\"0\"\r\nhello\r\n0;a\r\n\r\n"),
            sees: first("hello")
        ),
    ]

    static let chunkEnds =
        [
            chunk("an LF behind a chunk size", "RFC 9112 7.1", "5\nhello\r\n0\r\n\r\n"),
            chunk("a CR behind a chunk size", "RFC 9112 7.1", "5\rhello\r\n0\r\n\r\n"),
            chunk("CR X behind a chunk size", "RFC 9112 7.1", "5\rXhello\r\n0\r\n\r\n"),
            chunk("LF behind the size of the last chunk", "RFC 9112 7.1", "5\r\nhello\r\n0\n\r\n"),
            chunk("an LF behind the data", "TERM.SPILL", "5\r\nhello\n0\r\n\r\n"),
            chunk("a CR behind the data", "TERM.SPILL", "5\r\nhello\r0\r\n\r\n"),
            chunk("nothing behind the data", "TERM.SPILL", "5\r\nhello0\r\n\r\n"),
            chunk("two other bytes behind the data", "TWO.ONE", "5\r\nhelloXX0\r\n\r\n"),
            chunk("LF CR behind the data", "ONE.TWO", "5\r\nhello\n\r0\r\n\r\n"),
            chunk("CR CR LF behind the data", "ONE.TWO", "5\r\nhello\r\r\n0\r\n\r\n"),
            chunk("data longer than its size", "SPILL.TERM", "3\r\nhello\r\n0\r\n\r\n"),
            chunk("data shorter than its size", "SPILL.TERM", "6\r\nhello\r\n0\r\n\r\n"),
            chunk("an empty line behind the data", "RFC 9112 7.1", "5\r\nhello\r\n\r\n0\r\n\r\n"),
            chunk("an LF for the last line", "RFC 9112 7.1", "0\r\n\n"),
            chunk("a CR for the last line", "RFC 9112 7.1", "0\r\n\rX"),
            chunk("CR CR LF for the last line", "RFC 9112 7.1", "0\r\n\r\r\n"),
            chunk("a request in place of the last line", "RFC 9112 7.1", "0\r\n\(smuggled)"),
            chunk("a request behind a trailer", "RFC 9112 7.1.2", "0\r\nX: y\r\n\(smuggled)"),
            chunk("an LF behind a trailer", "RFC 9112 7.1.2", "0\r\nX: y\n\r\n"),
            chunk("a CR in a trailer", "RFC 9112 7.1.2", "0\r\nX: y\rz\r\n\r\n"),
            chunk("a folded trailer", "RFC 9112 7.1.2", "0\r\nX: y\r\n z\r\n\r\n"),
            chunk("a trailer without a colon", "RFC 9112 7.1.2", "0\r\nX\r\n\r\n"),
            chunk("a trailer with a space before its colon", "RFC 9112 7.1.2", "0\r\nContent-Length : 5\r\n\r\n"),
            chunk("a trailer with a NUL", "RFC 9112 7.1.2", "0\r\nX: \0\r\n\r\n"),
            SmugglingCase(
                "trailers of 16 KiB",
                "RFC 9112 7.1.2",
                chunked("0\r\nX: \(String(repeating: "a", count: 16_384))\r\n\r\n"),
                .refused(431, "header_too_large")
            ),
        ]
        + ["Content-Length: 44", "Transfer-Encoding: identity", "Host: b.example", "Connection: close"].map { trailer in
            SmugglingCase(
                "the trailer \(trailer) changes nothing",
                "RFC 9110 6.5.1",
                chunked("5\r\nhello\r\n0\r\n\(trailer)\r\n\r\n"),
                sees: first("hello")
            )
        }

    private static func chunk(_ name: String, _ source: String, _ body: String) -> SmugglingCase {
        SmugglingCase(name, source, chunked(body), malformedChunk)
    }
}
