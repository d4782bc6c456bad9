/// Transfer-Encoding beside Content-Length, and in every spelling that only some parsers take for `chunked`.
extension SmugglingCase {
    private static let chunkedField = "Transfer-Encoding: chunked\r\n"

    static let contentLengthBesideCoding = [
        beside("the length first", "CL.TE", "Content-Length: 6\r\n\(chunkedField)", "0\r\n\r\nG"),
        beside("the length last", "TE.CL", "\(chunkedField)Content-Length: 3\r\n", "1\r\nZ\r\n0\r\n\r\n"),
        beside("a length of zero", "CL.0", "Content-Length: 0\r\n\(chunkedField)", "0\r\n\r\n"),
        beside("a length that is right", "RFC 9112 6.3", "Content-Length: 5\r\n\(chunkedField)", "0\r\n\r\n"),
        beside("two lengths", "CL.TE", "Content-Length: 5\r\n\(chunkedField)Content-Length: 0\r\n", "0\r\n\r\n"),
        beside("a length that is none", "CL.TE", "Content-Length: x\r\n\(chunkedField)", "0\r\n\r\n"),
        beside("a coding that is not known", "TE.TE", "Content-Length: 5\r\nTransfer-Encoding: x\r\n", "hello"),
        beside("a coding that is empty", "TE.TE", "Content-Length: 5\r\nTransfer-Encoding:\r\n", "hello"),
        beside("identity", "TE.TE", "Content-Length: 5\r\nTransfer-Encoding: identity\r\n", "hello"),
        beside(
            "a length that Connection names",
            "hop-by-hop",
            "Connection: content-length\r\nContent-Length: 5\r\n\(chunkedField)",
            "0\r\n\r\n"
        ),
        SmugglingCase(
            "a chunked body behind HTTP/1.0",
            "RFC 9112 6.1",
            post(chunkedField, "0\r\n\r\n", version: "1.0"),
            .refused(400, "ambiguous_length")
        ),
        SmugglingCase(
            "a chunked body behind HTTP/1.0 that wants to stay",
            "RFC 9112 6.1",
            post("Connection: keep-alive\r\n\(chunkedField)", "0\r\n\r\n", version: "1.0"),
            .refused(400, "ambiguous_length")
        ),
        SmugglingCase(
            "a length in HTTP/1.0 beside a coding",
            "RFC 9112 6.1",
            post("Content-Length: 5\r\n\(chunkedField)", "0\r\n\r\n", version: "1.0"),
            .refused(400, "ambiguous_length")
        ),
        SmugglingCase(
            "HEAD with both",
            "CL.TE",
            "HEAD /first HTTP/1.1\r\nHost: a.example\r\nContent-Length: 5\r\n\(chunkedField)\r\n0\r\n\r\n",
            .refused(400, "ambiguous_length")
        ),
    ]

    static let transferEncoding =
        [
            coding("a letter before it", "xchunked"),
            coding("a letter behind it", "chunkedx"),
            coding("its start alone", "chunk"),
            coding("a word before it", "x chunked"),
            coding("a word behind it", "chunked x"),
            coding("a coding behind it", "chunked, identity"),
            coding("gzip behind it", "chunked, gzip"),
            coding("a comma behind it", "chunked,"),
            coding("double quotes", "\"chunked\""),
            coding("single quotes", "'chunked'"),
            coding("brackets", "[chunked]"),
            coding("a parameter", "chunked;q=1"),
            coding("a semicolon for the comma", "identity; chunked"),
            coding("a second colon", ": chunked"),
            coding("a high byte before it", "\u{FF}chunked"),
            coding("a no-break space behind it", "chunked\u{A0}"),
            coding("a letter that lower-cases to k", "chun\u{E2}\u{84}\u{AA}ed"),
            coding("a backslash", "\\chunked"),
            coding("nothing", ""),
            coding("identity alone", "identity"),
            coding("gzip alone", "gzip"),
            coding("a second field", "chunked\r\nTransfer-Encoding: chunked"),
            coding("a second field of another coding", "chunked\r\nTransfer-Encoding: cow"),
            coding("a first field of another coding", "identity\r\nTransfer-Encoding: chunked"),
            coding("a first field that is empty", "\r\nTransfer-Encoding: chunked"),
            coding("a second field in another case", "chunked\r\ntransfer-encoding: x"),
            coding("identity before it", "identity, chunked", 501, "unknown_transfer_coding"),
            coding("itself before it", "chunked, chunked", 501, "unknown_transfer_coding"),
            coding("gzip before it", "gzip, chunked", 501, "unknown_transfer_coding"),
            coding("a comma before it", ",chunked", 501, "unknown_transfer_coding"),
            coding("a vertical tab before it", "\u{B}chunked", 400, "malformed_field"),
            coding("a form feed before it", "\u{C}chunked", 400, "malformed_field"),
            coding("a NUL before it", "\0chunked", 400, "malformed_field"),
            coding("a NUL behind it", "chunked\0", 400, "malformed_field"),
            coding("a DEL behind it", "chunked\u{7F}", 400, "malformed_field"),
            coding("the word on the next line", "\r\n chunked", 400, "folded_field"),
            coding("identity on the next line", "chunked\r\n , identity", 400, "folded_field"),
            coding("a CR before it", "\rchunked", 400, "bare_line_end"),
            coding("an LF before it", "\nchunked", 400, "bare_line_end"),
            line("a space before the colon", "Transfer-Encoding : chunked"),
            line("a tab before the colon", "Transfer-Encoding\t: chunked"),
            line("a vertical tab before the colon", "Transfer-Encoding\u{B}: chunked"),
            line("a NUL before the colon", "Transfer-Encoding\0: chunked"),
            line("a high byte before the colon", "Transfer-Encoding\u{A0}: chunked"),
            line("a tab in the name", "Transfer\tEncoding: chunked"),
            line("a space in the name", "Transfer Encoding: chunked"),
            line("an equals sign for the colon", "Transfer-Encoding=chunked"),
            line("no colon", "Transfer-Encoding chunked"),
            line("a quoted name", "\"Transfer-Encoding\": chunked"),
            line("a CR before the name", "\rTransfer-Encoding: chunked"),
            line("a vertical tab before the name", "\u{B}Transfer-Encoding: chunked"),
            line("a high byte before the name", "\u{EF}Transfer-Encoding: chunked"),
            line("a space before the name", " Transfer-Encoding: chunked", "folded_field"),
            line("a CR between it and another field", "X: y\rTransfer-Encoding: chunked", "bare_line_end"),
            line("an LF between it and another field", "X: y\nTransfer-Encoding: chunked", "bare_line_end"),
            ignored("an underscore in the name", "Transfer_Encoding: chunked"),
            ignored("a dot in the name", "Transfer.Encoding: chunked"),
            ignored("a prefix of the name", "X-Transfer-Encoding: chunked"),
            ignored("the field TE", "TE: chunked"),
            ignored("the field Trailer", "Trailer: Transfer-Encoding"),
        ] + codingsThatAreTaken

    private static let codingsThatAreTaken =
        ["CHUNKED", "Chunked", "\tchunked", " \t chunked \t "].map { value in
            SmugglingCase(
                "the coding as \(value.debugDescription)",
                "RFC 9112 7",
                post("Transfer-Encoding:\(value)\r\n", "5\r\nhello\r\n0\r\n\r\n"),
                sees: first("hello")
            )
        } + [
            SmugglingCase(
                "the coding of a GET",
                "TE.0",
                get(chunkedField, "\(String(smuggled.utf8.count, radix: 16))\r\n\(smuggled)\r\n0\r\n\r\n"),
                sees: first(smuggled)
            ),
            SmugglingCase(
                "the coding of OPTIONS",
                "TE.0",
                "OPTIONS /first HTTP/1.1\r\nHost: a.example\r\n\(chunkedField)\r\n5\r\nhello\r\n0\r\n\r\n",
                sees: first("hello")
            ),
            SmugglingCase("a request in place of the first chunk", "CL.TE", chunked(smuggled), malformedChunk),
            SmugglingCase(
                "an underscore in the name leaves POST without a coding",
                "underscore",
                post("Transfer_Encoding: chunked\r\n", "0\r\n\r\n"),
                .refused(411, "length_required")
            ),
        ]

    private static func beside(_ name: String, _ source: String, _ fields: String, _ body: String) -> SmugglingCase {
        SmugglingCase(
            "Content-Length and a coding: \(name)",
            source,
            post(fields, body),
            .refused(400, "ambiguous_length")
        )
    }

    private static func coding(
        _ name: String,
        _ value: String,
        _ status: Int = 400,
        _ reason: String = "ambiguous_length"
    ) -> SmugglingCase {
        SmugglingCase(
            "the coding with \(name)",
            "TE.TE",
            post("Transfer-Encoding: \(value)\r\n", "0\r\n\r\n"),
            .refused(status, reason)
        )
    }

    /// Beside a Content-Length, which a server that overlooks the line would take.
    private static func line(_ name: String, _ line: String, _ reason: String = "malformed_field") -> SmugglingCase {
        SmugglingCase(
            "the coding with \(name)",
            "TE.TE",
            post("Content-Length: 5\r\n\(line)\r\n", "0\r\n\r\n"),
            .refused(400, reason)
        )
    }

    private static func ignored(_ name: String, _ line: String) -> SmugglingCase {
        SmugglingCase(
            "\(name) is another field",
            "TE.TE",
            post("Content-Length: 5\r\n\(line)\r\n", "0\r\n\r\n"),
            sees: first("0\r\n\r\n")
        )
    }
}
