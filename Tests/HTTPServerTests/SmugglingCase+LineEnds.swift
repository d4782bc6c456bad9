/// Lines that end, start or go on where only some parsers see it.
extension SmugglingCase {
    static let lineEnds = [
        line("an LF behind the request line", "GET /first HTTP/1.1\nHost: a.example\r\n\r\n", "bare_line_end"),
        line("a CR behind the request line", "GET /first HTTP/1.1\rHost: a.example\r\n\r\n", "malformed_request_line"),
        line("CR CR LF behind the request line", "GET /first HTTP/1.1\r\r\nHost: a\r\n\r\n", "malformed_request_line"),
        line("LF CR behind the request line", "GET /first HTTP/1.1\n\rHost: a\r\n\r\n", "bare_line_end"),
        line("an LF behind a field", "GET /first HTTP/1.1\r\nHost: a.example\nX: y\r\n\r\n", "bare_line_end"),
        line("a CR behind a field", "GET /first HTTP/1.1\r\nHost: a.example\rX: y\r\n\r\n", "bare_line_end"),
        line("CR CR LF behind a field", "GET /first HTTP/1.1\r\nHost: a.example\r\r\n\r\n", "bare_line_end"),
        line("LF CR LF behind the last field", "GET /first HTTP/1.1\r\nHost: a.example\n\r\n", "bare_line_end"),
        line("an LF at the end of the head", "GET /first HTTP/1.1\r\nHost: a.example\r\n\n", "bare_line_end"),
        line("a CR at the end of the head", "GET /first HTTP/1.1\r\nHost: a.example\r\n\r", "malformed_field"),
        line("CR CR LF at the end of the head", "GET /first HTTP/1.1\r\nHost: a.example\r\n\r\r\n", "malformed_field"),
        line("LF everywhere", "GET /first HTTP/1.1\nHost: a.example\n\n", "bare_line_end"),
        line("an LF before the request", "\nGET /first HTTP/1.1\r\nHost: a.example\r\n\r\n", "bare_line_end"),
        line("a CR before the request", "\rGET /first HTTP/1.1\r\nHost: a.example\r\n\r\n", "bare_line_end"),
        line("two empty lines before the request", "\r\n\r\n\(get(""))", "malformed_request_line"),
        line("a header hidden behind an LF", get("X: y\nContent-Length: 44\r\n"), "bare_line_end"),
        line("a request hidden behind LF LF", get("X: y\n\nGET /smuggled HTTP/1.1\r\n"), "bare_line_end"),
        line("a request hidden behind CR CR", get("X: y\r\rGET /smuggled HTTP/1.1\r\n"), "bare_line_end"),
        fold("the first line of fields", "GET /first HTTP/1.1\r\n Host: a.example\r\n\r\n"),
        fold("the first line of fields, with a tab", "GET /first HTTP/1.1\r\n\tHost: a.example\r\n\r\n"),
        fold("Host", "GET /first HTTP/1.1\r\nHost: a.example\r\n b.example\r\n\r\n"),
        fold("another field", get("X: y\r\n z\r\n")),
        fold("another field, with a tab", get("X: y\r\n\tz\r\n")),
        fold("a line of white space", get("X: y\r\n \r\n")),
        fold("a length behind white space", get(" Content-Length: 44\r\n")),
        fold("a length behind a tab", get("X: y\r\n\tContent-Length: 44\r\n")),
        SmugglingCase(
            "one empty line before the request",
            "RFC 9112 2.2",
            "\r\n" + get(""),
            sees: first()
        ),
    ]

    private static func line(_ name: String, _ wire: String, _ reason: String) -> SmugglingCase {
        SmugglingCase(name, "RFC 9112 2.2", wire, .refused(400, reason))
    }

    private static func fold(_ name: String, _ wire: String) -> SmugglingCase {
        SmugglingCase("folded: \(name)", "RFC 9112 5.2", wire, .refused(400, "folded_field"))
    }
}
