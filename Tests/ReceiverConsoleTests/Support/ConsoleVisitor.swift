import Foundation
import PolarReceiverTesting

/// Somebody who sends requests to a console, each over a connection of its own.
struct ConsoleVisitor: Sendable {
    struct Answer: Sendable {
        let status: Int
        let fields: [String: String]
        let body: String
    }

    struct Unreadable: Error {}

    let port: Int
    let inboxPort: Int

    /// Signs in once.
    var signInPath = ""

    /// Fields that every request has.
    var fields: [String: String] = [:]

    /// The visitor after they have opened the link.
    func signedIn() async throws -> ConsoleVisitor {
        guard let cookie = try await get(signInPath).fields["set-cookie"] else { throw Unreadable() }
        var visitor = self
        visitor.fields["Cookie"] = String(cookie.prefix { $0 != ";" })
        return visitor
    }

    func get(_ path: String, _ more: [String: String] = [:]) async throws -> Answer {
        try await send("GET", path, more)
    }

    /// Sends a form.
    func post(_ path: String, _ form: String, _ more: [String: String] = [:]) async throws -> Answer {
        let type = ["Content-Type": "application/x-www-form-urlencoded"]
        return try await send("POST", path, type.merging(more) { $1 }, body: form)
    }

    func send(_ method: String, _ path: String, _ more: [String: String], body: String = "") async throws -> Answer {
        let standard = ["Host": "127.0.0.1:\(port)", "Connection": "close", "Content-Length": "\(body.utf8.count)"]
        let all = standard.merging(fields) { $1 }.merging(more) { $1 }
        let lines = all.map { "\($0): \($1)\r\n" }.joined()
        return try await Self.exchange(Array("\(method) \(path) HTTP/1.1\r\n\(lines)\r\n\(body)".utf8), port: port)
    }

    /// Sends a message to the receiver.
    func deliver(_ request: [UInt8]) async throws -> Answer {
        try await Self.exchange(request, port: inboxPort)
    }

    /// The token that the forms of a page hold.
    func formToken(on path: String) async throws -> String {
        let page = try await get(path).body
        guard let token = page.firstMatch(of: /name="form_token" value="([0-9a-f]{64})"/)?.output.1 else {
            throw Unreadable()
        }
        return String(token)
    }

    /// On a thread of its own: those of Swift's concurrency must not block.
    private static func exchange(_ request: [UInt8], port: Int) async throws -> Answer {
        let client = SocketClient(port: port, patience: .seconds(120))
        let bytes = try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread { continuation.resume(with: Result { try client.exchange(request) }) }
        }
        let text = String(decoding: bytes, as: UTF8.self)
        guard let end = text.firstRange(of: "\r\n\r\n") else { throw Unreadable() }
        let lines = text[..<end.lowerBound].components(separatedBy: "\r\n")
        guard let status = lines.first?.split(separator: " ").dropFirst().first.flatMap({ Int($0) }) else {
            throw Unreadable()
        }
        let fields = lines.dropFirst().map { $0.split(separator: ": ", maxSplits: 1).map(String.init) }
        return Answer(
            status: status,
            fields: Dictionary(fields.filter { $0.count == 2 }.map { ($0[0].lowercased(), $0[1]) }) { $1 },
            body: String(text[end.upperBound...])
        )
    }
}
