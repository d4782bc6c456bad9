import HTTPWire
import Testing

struct ResponseTests {
    @Test func `is encoded with its fields, the date and its body`() {
        let response = Response.json(503, #"{"error":"unavailable"}"#, headers: [("Retry-After", "5")])
        #expect(
            Self.encode(response) == """
                HTTP/1.1 503 Service Unavailable\r
                Retry-After: 5\r
                Content-Type: application/json\r
                Content-Length: 23\r
                Date: Thu, 01 Jan 1970 00:00:00 GMT\r
                \r
                {"error":"unavailable"}
                """
        )
    }

    @Test func `keeps the length of the body it omits`() {
        let response = Response.json(200, "{}")
        let whole = Self.encode(response)
        #expect(whole.hasSuffix("\r\n\r\n{}"))
        #expect(Self.encode(response, omitsBody: true) == String(whole.dropLast(2)))
    }

    @Test func `says that the connection closes`() {
        let head = Self.encode(.json(200, "{}"), omitsBody: true, closes: true)
        #expect(head.hasSuffix("GMT\r\nConnection: close\r\n\r\n"))
    }

    @Test func `has no type without a body`() {
        #expect(
            Self.encode(Response(status: 404, contentType: nil, body: [])) == """
                HTTP/1.1 404 Not Found\r
                Content-Length: 0\r
                Date: Thu, 01 Jan 1970 00:00:00 GMT\r
                \r

                """
        )
    }

    @Test func `counts its body in bytes and sends them as they are`() {
        var output: [UInt8] = []
        Response(status: 200, contentType: "text/plain", body: [0, 255, 13, 10])
            .encode(into: &output, date: HTTPDate(second: 0), omitsBody: false, closes: false)
        #expect(output.suffix(8) == [13, 10, 13, 10, 0, 255, 13, 10])
        #expect(WireText.text(of: output).contains("Content-Length: 4\r\n"))
        #expect(Self.encode(.json(200, "é")).contains("Content-Length: 2\r\n"))
    }

    @Test(arguments: [
        "x\r\nSet-Cookie: a", "x\nSet-Cookie: a", "x\rSet-Cookie: a", "x\r\n\r\nbody", "x\u{0}y", "x\u{1F}y",
        "x\u{7F}y",
        "x\n\u{301}y", "\r\n",
    ])
    func `cannot be split by a field value`(value: String) {
        let response = Response(status: 200, contentType: value, body: [], headers: [("X", value)])
        let lines = Self.encode(response).unicodeScalars.split(separator: "\r\n".unicodeScalars)
        let names = lines.map { String($0.prefix { $0 != ":" }) }
        #expect(names == ["HTTP/1.1 200 OK", "X", "Content-Type", "Content-Length", "Date"])
        #expect(!lines.joined().contains { $0.value < 32 || $0.value == 127 })
    }

    @Test func `keeps tabs and bytes beyond ASCII in a field value`() {
        let response = Response(status: 200, contentType: nil, body: [], headers: [("X", "a\té")])
        #expect(Self.encode(response).contains("X: a\té\r\n"))
    }

    @Test func `is appended to what is there`() {
        var output = Array("before".utf8)
        Response.json(200, "1").encode(into: &output, date: HTTPDate(second: 0), omitsBody: false, closes: false)
        #expect(WireText.text(of: output).hasPrefix("beforeHTTP/1.1 200 OK\r\n"))
    }

    @Test(arguments: HTTPParseError.allCases)
    func `tells the reason of a refusal`(error: HTTPParseError) {
        let response = Response.refused(error)
        #expect(response.status == error.status)
        #expect(Self.encode(response).hasSuffix("\r\n\r\n{\"error\":\"\(error.reason)\"}"))
    }

    @Test(arguments: [200, 202, 400, 403, 404, 405, 408, 411, 413, 414, 417, 431, 501, 503, 505])
    func `names every status in use`(status: Int) {
        let line = Self.encode(.json(status, "{}")).prefix { $0 != "\r\n" }
        #expect(line.wholeMatch(of: #/HTTP/1\.1 \d{3} [A-Z][A-Za-z ]+/#) != nil)
    }

    @Test func `lets a client send its body`() {
        #expect(WireText.text(of: Response.continueBytes) == "HTTP/1.1 100 Continue\r\n\r\n")
    }

    private static func encode(_ response: Response, omitsBody: Bool = false, closes: Bool = false) -> String {
        var output: [UInt8] = []
        response.encode(into: &output, date: HTTPDate(second: 0), omitsBody: omitsBody, closes: closes)
        return String(decoding: output, as: UTF8.self)
    }
}
