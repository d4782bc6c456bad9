/// Request lines and Host fields that name another request, or another host, to each reader.
extension SmugglingCase {
    static let requestLine =
        [
            "GET\t/first HTTP/1.1", "GET /first\tHTTP/1.1", "GET  /first HTTP/1.1", "GET /first  HTTP/1.1",
            "GET /first HTTP/1.1 ", "GET /first HTTP/1.1\t", " GET /first HTTP/1.1", "\tGET /first HTTP/1.1",
            "GET /first\r/x HTTP/1.1X", "GET\r/first HTTP/1.1", "GET\u{B}/first HTTP/1.1", "GET /first\u{C}HTTP/1.1",
            "GET /first HTTP/1.1 HTTP/1.1", "GET /first X HTTP/1.1", "GET /first", "GET /first ", "GET", "GET ",
            "GET /first HTTP/1.1\0", "GET /first HTTP/1", "GET /first HTTP/1.", "GET /first HTTP/.1",
            "GET /first HTTP/1.10", "GET /first HTTP/11.1", "GET /first HTTP/01.1", "GET /first http/1.1",
            "GET /first HTTPS/1.1", "GET /first HTTP/ 1.1", "GET /first HTTP/+1.1", "GET /first HTTP/1,1",
            "G\0T /first HTTP/1.1", "G(T /first HTTP/1.1", "GET: /first HTTP/1.1", "\"GET\" /first HTTP/1.1",
            "GET\u{A0}/first HTTP/1.1", "HTTP/1.1 200 OK", "Host: a.example", "0", "",
        ].map { line in
            SmugglingCase(
                "the request line \(line.debugDescription)",
                "RFC 9112 3",
                "\(line)\r\nHost: a.example\r\n\r\n",
                .refused(400, "malformed_request_line")
            )
        }
        + [
            "/first\0", "/fir\u{7F}st", "/first#fragment", "/first\u{E4}", "/first%", "/first%0", "/first%0g",
            "/\\first",
            "/<first>", "/first[0]", "first", "*", "?/first", "http://", "http:///first", "http://u@a.example/first",
            "http://a.example:x/first", "http:/first", "ftp://a.example/first", "a.example:80", "/first\t",
            "http://a.example#/first", "http://a.example\\/first",
        ].map { target in
            SmugglingCase(
                "the target \(target.debugDescription)",
                "RFC 9112 3.2",
                "GET \(target) HTTP/1.1\r\nHost: a.example\r\n\r\n",
                .refused(400, "malformed_target")
            )
        } + versions + targetsThatAreTaken

    private static let versions = [
        version("the preface of HTTP/2", "RFC 9113 3.4", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
        version("HTTP/2.0", "RFC 9112 2.3", "GET /first HTTP/2.0\r\nHost: a.example\r\n\r\n"),
        version("HTTP/0.9 by name", "RFC 9112 2.3", "GET /first HTTP/0.9\r\nHost: a.example\r\n\r\n"),
        SmugglingCase("HTTP/1.2", "RFC 9112 2.3", "GET /first HTTP/1.2\r\nHost: a\r\n\r\n", sees: first()),
        SmugglingCase("HTTP/1.0", "RFC 9112 2.3", "GET /first HTTP/1.0\r\n\r\n", sees: first(), .closed),
        SmugglingCase(
            "CONNECT",
            "RFC 9110 9.3.6",
            "CONNECT a.example:80 HTTP/1.1\r\nHost: a.example\r\n\r\n",
            .refused(501, "unknown_method")
        ),
    ]

    private static let targetsThatAreTaken = [
        "/first?%0d%0a%0d%0aGET%20/smuggled": "/first", "/first%0D%0A": "/first%0D%0A",
        "//b.example/first": "//b.example/first",
        "http://b.example/first": "/first", "HTTPS://b.example:80/first": "/first", "/first?http://b": "/first",
        "/x/../first": "/x/../first", "/first/%2e%2e": "/first/%2e%2e", "http://b.example?x": "",
    ].sorted { $0.key < $1.key }.map { target, path in
        SmugglingCase(
            "the target \(target)",
            "RFC 9112 3.2",
            "GET \(target) HTTP/1.1\r\nHost: a.example\r\n\r\n",
            sees: [Seen(path: path)]
        )
    }

    static let host =
        [
            "": "a Host that is empty", " ": "a Host of white space", "a.example, b.example": "a list",
            "a,b c": "two words",
            "u@a.example": "userinfo", "a.example:80@b.example": "userinfo that looks like a port",
            "a.example/first": "a path", "a.example?x": "a query", "a.example#x": "a fragment",
            "a.example\\x": "a backslash",
            "a.example b.example": "two hosts", "a.example:x": "a port of letters",
            "a.example:-1": "a port with a sign",
            "a.example:99999": "a port beyond the highest", "a.example:80:80": "two ports",
            "http://a.example": "a whole URI",
            "[::1": "an address without its end", "[a.example]": "a name in brackets", "\"a.example\"": "a quoted name",
            "a.example%": "a percent sign", "\u{E4}.example": "a high byte", ":80": "a port alone",
            "a.example\r\nHost: a.example": "a second equal Host", "a.example\r\nHost: b.example": "a second Host",
            "a.example\r\nhost: b.example": "a second Host in another case",
        ].sorted { $0.key < $1.key }.map { value, name in
            SmugglingCase(
                "Host with \(name)",
                "RFC 9112 3.2",
                "GET /first HTTP/1.1\r\nHost: \(value)\r\n\r\n",
                .refused(400, "invalid_host")
            )
        }
        + [
            SmugglingCase(
                "no Host",
                "RFC 9112 3.2",
                "GET /first HTTP/1.1\r\nX-Host: a.example\r\n\r\n",
                .refused(400, "invalid_host")
            ),
            SmugglingCase(
                "no Host beside an absolute target",
                "RFC 9112 3.2.2",
                "GET http://a.example/first HTTP/1.1\r\n\r\n",
                .refused(400, "invalid_host")
            ),
            SmugglingCase(
                "two Hosts in HTTP/1.0",
                "RFC 9112 3.2",
                "GET /first HTTP/1.0\r\nHost: a.example\r\nHost: a.example\r\n\r\n",
                .refused(400, "invalid_host")
            ),
            SmugglingCase(
                "Host with a space before its colon",
                "RFC 9112 5.1",
                "GET /first HTTP/1.1\r\nHost : a.example\r\n\r\n",
                .refused(400, "malformed_field")
            ),
            SmugglingCase(
                "Host with a NUL",
                "RFC 9110 5.5",
                "GET /first HTTP/1.1\r\nHost: a.example\0\r\n\r\n",
                .refused(400, "malformed_field")
            ),
        ]

    private static func version(_ name: String, _ source: String, _ wire: String) -> SmugglingCase {
        SmugglingCase(name, source, wire, .refused(505, "unknown_version"))
    }
}
