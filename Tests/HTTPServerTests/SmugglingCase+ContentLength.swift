/// Content-Length in every spelling that some parser takes for another number.
extension SmugglingCase {
    private static let hidden = smuggled.utf8.count

    static let contentLength = [
        length("an equal field twice", "RFC 9112 6.3", "5\r\nContent-Length: 5"),
        length("two different fields", "RFC 9112 6.3", "5\r\nContent-Length: \(hidden)"),
        length("two different fields, the smaller last", "RFC 9112 6.3", "\(hidden)\r\nContent-Length: 0"),
        length("two fields in different case", "RFC 9112 6.3", "5\r\ncontent-length: 0"),
        length("a list of equal lengths", "RFC 9112 6.3", "5, 5"),
        length("a list without a space", "RFC 9112 6.3", "5,5"),
        length("a list of different lengths", "RFC 9112 6.3", "0, \(hidden)"),
        length("a comma behind it", "RFC 9110 5.6.1", "5,"),
        length("a comma before it", "RFC 9110 5.6.1", ",5"),
        length("a plus sign", "RFC 9110 8.6", "+5"),
        length("a minus sign", "RFC 9110 8.6", "-5"),
        length("minus zero", "RFC 9110 8.6", "-0"),
        length("a hexadecimal prefix", "RFC 9110 8.6", "0x5"),
        length("an octal prefix", "RFC 9110 8.6", "0o5"),
        length("a digit separator", "RFC 9110 8.6", "1_0"),
        length("a word behind it", "RFC 9110 8.6", "5 bytes"),
        length("a second number behind a space", "RFC 9110 8.6", "5 0"),
        length("a letter behind it", "RFC 9110 8.6", "5a"),
        length("a parameter", "RFC 9110 8.6", "5;a=b"),
        length("a fraction", "RFC 9110 8.6", "5.0"),
        length("an exponent", "RFC 9110 8.6", "5e0"),
        length("quotes", "RFC 9110 8.6", "\"5\""),
        length("nothing", "RFC 9110 8.6", ""),
        length("a tab and nothing more", "RFC 9110 8.6", "\t"),
        length("a superscript digit of Latin-1", "RFC 9110 8.6", "\u{B2}"),
        length("a no-break space before it", "RFC 9110 8.6", "\u{A0}5"),
        length("a second colon", "RFC 9112 5", ": 5"),
        length("2^64 + 5, which 64 bits take for 5", "RFC 9110 8.6", "18446744073709551621", 413, "body_too_large"),
        length("2^64, which 64 bits take for 0", "RFC 9110 8.6", "18446744073709551616", 413, "body_too_large"),
        length("2^63, which is negative in 64 bits", "RFC 9110 8.6", "9223372036854775808", 413, "body_too_large"),
        length("2^32 + 5, which 32 bits take for 5", "RFC 9110 8.6", "4294967301", 413, "body_too_large"),
        length("a vertical tab before it", "RFC 9110 5.5", "\u{B}5", "malformed_field"),
        length("a form feed behind it", "RFC 9110 5.5", "5\u{C}", "malformed_field"),
        length("a NUL behind it", "RFC 9110 5.5", "5\0", "malformed_field"),
        length("a number on the next line", "RFC 9112 5.2", "\r\n 5", "folded_field"),
        length("a digit more on the next line", "RFC 9112 5.2", "5\r\n\t0", "folded_field"),
        length("a CR before it", "RFC 9112 2.2", "\r5", "bare_line_end"),
        name("a space before the colon", "Content-Length : 5"),
        name("a tab before the colon", "Content-Length\t: 5"),
        name("a tab in the name", "Content\tLength: 5"),
        name("a space in the name", "Content Length: 5"),
        name("a NUL behind the name", "Content-Length\0: 5"),
        name("a high byte behind the name", "Content-Length\u{A0}: 5"),
        name("an equals sign for the colon", "Content-Length=5"),
        SmugglingCase(
            "a field beside the one with a space before the colon",
            "RFC 9112 5.1",
            post("Content-Length: 5\r\nContent-Length : 0\r\n", "hello"),
            .refused(400, "malformed_field")
        ),
        SmugglingCase(
            "an underscore in the name leaves POST without a length",
            "underscore",
            post("Content_Length: \(hidden)\r\n", smuggled),
            .refused(411, "length_required")
        ),
        SmugglingCase(
            "no length and no coding",
            "0.CL",
            post("", smuggled),
            .refused(411, "length_required")
        ),
        SmugglingCase(
            "a length beyond what arrives takes the request behind it",
            "0.CL",
            post("Content-Length: \(hidden * 2 + 1)\r\n", smuggled),
            .waits
        ),
        SmugglingCase(
            "white space around the number is no part of it",
            "RFC 9110 5.5",
            post("Content-Length: \t 5 \t\r\n", "hello"),
            sees: first("hello")
        ),
        SmugglingCase(
            "leading zeros are decimal",
            "RFC 9110 8.6",
            post("Content-Length: 0000000000000000000000010\r\n", "helloworld"),
            sees: first("helloworld")
        ),
        SmugglingCase(
            "the body of a GET is no request",
            "CL.0",
            get("Content-Length: \(hidden)\r\n", smuggled),
            sees: first(smuggled)
        ),
        SmugglingCase(
            "the body of OPTIONS is no request",
            "CL.0",
            "OPTIONS /first HTTP/1.1\r\nHost: a.example\r\nContent-Length: \(hidden)\r\n\r\n\(smuggled)",
            sees: first(smuggled)
        ),
        SmugglingCase(
            "the body of a POST is no request",
            "CL.0",
            post("Content-Length: \(hidden)\r\n", smuggled),
            sees: first(smuggled)
        ),
        SmugglingCase(
            "the body of HTTP/1.0 is no request",
            "CL.0",
            post("Content-Length: \(hidden)\r\n", smuggled, version: "1.0"),
            sees: first(smuggled),
            .closed
        ),
        SmugglingCase(
            "an underscore in the name leaves GET without a body",
            "underscore",
            get("Content_Length: \(hidden)\r\n", smuggled),
            sees: firstAndNext
        ),
    ]

    private static func length(
        _ name: String,
        _ source: String,
        _ value: String,
        _ reason: String = "invalid_content_length"
    ) -> SmugglingCase {
        length(name, source, value, 400, reason)
    }

    private static func length(
        _ name: String,
        _ source: String,
        _ value: String,
        _ status: Int,
        _ reason: String
    ) -> SmugglingCase {
        SmugglingCase(
            "Content-Length with \(name)",
            source,
            post("Content-Length: \(value)\r\n", "hello"),
            .refused(status, reason)
        )
    }

    private static func name(_ name: String, _ line: String) -> SmugglingCase {
        SmugglingCase(
            "Content-Length with \(name)",
            "RFC 9112 5.1",
            get("\(line)\r\n", "hello"),
            .refused(400, "malformed_field")
        )
    }
}
