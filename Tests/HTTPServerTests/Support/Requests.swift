/// Requests as text.
enum Request {
    static func get(_ path: String, version: String = "1.1", fields: String = "") -> String {
        "GET \(path) HTTP/\(version)\r\nHost: a.example\r\n\(fields)\r\n"
    }

    static func post(_ path: String, _ body: String, fields: String = "") -> String {
        "POST \(path) HTTP/1.1\r\nHost: a.example\r\nContent-Length: \(body.utf8.count)\r\n\(fields)\r\n\(body)"
    }

    static func chunked(_ path: String, _ body: String) -> String {
        "POST \(path) HTTP/1.1\r\nHost: a.example\r\nTransfer-Encoding: chunked\r\n\r\n\(body)"
    }
}
