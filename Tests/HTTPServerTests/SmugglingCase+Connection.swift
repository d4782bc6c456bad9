/// What Expect, Connection, Upgrade and pipelining make of the bytes behind a request.
extension SmugglingCase {
    private static let hidden = smuggled.utf8.count

    static let expectation = [
        unmet("an unknown expectation", "Expect: x\r\n"),
        unmet("a word before it", "Expect: y 100-continue\r\n"),
        unmet("a word behind it", "Expect: 100-continue x\r\n"),
        unmet("another in the list", "Expect: 100-continue, x\r\n"),
        unmet("another in a second field", "Expect: 100-continue\r\nExpect: x\r\n"),
        unmet("a parameter", "Expect: 100-continue;q=1\r\n"),
        unmet("quotes", "Expect: \"100-continue\"\r\n"),
        unmet("a letter cut off", "Expect: 100-continu\r\n"),
        SmugglingCase(
            "an expectation with a space before its colon",
            "Expect 0.CL",
            post("Content-Length: \(hidden)\r\nExpect : 100-continue\r\n", smuggled),
            .refused(400, "malformed_field")
        ),
        SmugglingCase(
            "an expectation folded",
            "Expect 0.CL",
            post("Content-Length: \(hidden)\r\nExpect:\r\n 100-continue\r\n", smuggled),
            .refused(400, "folded_field")
        ),
        SmugglingCase(
            "an expectation whose body is over the limit",
            "Expect CL.0",
            post("Content-Length: 5242881\r\nExpect: 100-continue\r\n", smuggled),
            .refused(413, "body_too_large")
        ),
        SmugglingCase(
            "an expectation beside length and coding",
            "Expect CL.TE",
            post("Content-Length: 5\r\nTransfer-Encoding: chunked\r\nExpect: 100-continue\r\n", "0\r\n\r\n"),
            .refused(400, "ambiguous_length")
        ),
        met("an expectation", "Expect: 100-continue\r\n"),
        met("an expectation in capitals", "Expect: 100-CONTINUE\r\n"),
        met("an expectation twice", "Expect: 100-continue\r\nExpect: 100-continue\r\n"),
        met("an empty expectation", "Expect:\r\n"),
        SmugglingCase(
            "the expectation of a GET",
            "Expect CL.0",
            get("Content-Length: \(hidden)\r\nExpect: 100-continue\r\n", smuggled),
            sees: first(smuggled)
        ),
        SmugglingCase(
            "an expectation without a body",
            "Expect 0.CL",
            get("Expect: 100-continue\r\n", smuggled),
            sees: firstAndNext
        ),
    ]

    static let connection = [
        body("Connection names Content-Length", "hop-by-hop", "Connection: content-length\r\n"),
        body("Connection names Host", "hop-by-hop", "Connection: host, keep-alive\r\n"),
        body(
            "an upgrade to HTTP/2",
            "h2c",
            "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\n"
        ),
        body("an upgrade to a web socket", "WebSocket", "Connection: Upgrade\r\nUpgrade: websocket\r\n"),
        body("the preface of the PROXY protocol as a field", "PROXY", "PROXY: TCP4 1.1.1.1 1.1.1.1 1 1\r\n"),
        body("another method in a field", "method override", "X-HTTP-Method-Override: GET\r\n"),
        SmugglingCase(
            "Connection names Transfer-Encoding",
            "hop-by-hop",
            post("Connection: transfer-encoding\r\nTransfer-Encoding: chunked\r\n", "5\r\nhello\r\n0\r\n\r\n"),
            sees: first("hello")
        ),
        SmugglingCase("Connection: close", "RFC 9112 9.6", get("Connection: close\r\n"), sees: first(), .closed),
        SmugglingCase(
            "close in the second of two fields",
            "RFC 9112 9.6",
            post("Connection: keep-alive\r\nContent-Length: 5\r\nConnection: x, close\r\n", "hello"),
            sees: first("hello"),
            .closed
        ),
    ]

    static let pipelining = [
        SmugglingCase(
            "a request behind a body of zero bytes",
            "CL.0",
            post("Content-Length: 0\r\n", smuggled),
            sees: firstAndNext
        ),
        SmugglingCase("a request behind the last chunk", "CL.TE", chunked("0\r\n\r\n\(smuggled)"), sees: firstAndNext),
        SmugglingCase(
            "one and a half requests in a body",
            "response queue",
            post("Content-Length: \(hidden + 12)\r\n", smuggled + "GET / HTTP/1"),
            sees: first(smuggled + "GET / HTTP/1")
        ),
        SmugglingCase(
            "a broken request behind a whole one",
            "RFC 9112 9.3.2",
            get("") + "GET /x HTTP/1.1\r\nHost : a\r\n\r\n",
            sees: first(),
            .refused(400, "malformed_field")
        ),
        SmugglingCase(
            "the rest of a body longer than its length",
            "CL.TE",
            post("Content-Length: 5\r\n", "hello0\r\n\r\n"),
            sees: first("hello"),
            .refused(400, "malformed_request_line")
        ),
        SmugglingCase(
            "a start of a request that takes the next one for its field",
            "CL.TE",
            post("Content-Length: 0\r\n", "GET /x HTTP/1.1\r\nX: " + smuggled),
            sees: [Seen(path: "/first"), Seen(path: "/x")]
        ),
        SmugglingCase(
            "a body refused for its length",
            "early answer",
            post("Content-Length: 5242881\r\n", smuggled),
            .refused(413, "body_too_large")
        ),
    ]

    private static func unmet(_ name: String, _ fields: String) -> SmugglingCase {
        SmugglingCase(
            "Expect with \(name)",
            "Expect 0.CL",
            post("Content-Length: \(hidden)\r\n\(fields)", smuggled),
            .refused(417, "unknown_expectation")
        )
    }

    private static func met(_ name: String, _ fields: String) -> SmugglingCase {
        body(name, "Expect CL.0", fields)
    }

    /// A request with a body that stays its body.
    private static func body(_ name: String, _ source: String, _ fields: String) -> SmugglingCase {
        SmugglingCase(name, source, post("Content-Length: \(hidden)\r\n\(fields)", smuggled), sees: first(smuggled))
    }
}
