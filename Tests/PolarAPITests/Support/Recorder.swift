import Foundation
import HTTPServer
import HTTPWire
import Logging
import Synchronization

/// A server that notes each request, and answers what the test has put there.
final class Recorder: Responder {
    struct Reply: Sendable {
        var status = 200
        var body = "{}"
        var headers: [(String, String)] = []
    }

    struct Request: Sendable {
        /// Method and target.
        let line: String
        let fields: [String: String]
        let body: String
    }

    private static let kept: [StaticString] = [
        "authorization", "polar-version", "content-type", "user-agent", "accept",
    ]

    private let replies: Mutex<[Reply]>
    private let received = Mutex<[Request]>([])

    init(_ replies: [Reply]) {
        self.replies = Mutex(replies)
    }

    var requests: [Request] { received.withLock { $0 } }

    func respond(
        to head: borrowing RequestHead,
        bytes: RawSpan,
        body: RawSpan,
        client: ClientAddress,
        exchange: Exchange
    ) -> Answer {
        let text = bytes.withUnsafeBytes { String(decoding: $0.prefix { $0 != UInt8(ascii: "\r") }, as: UTF8.self) }
        var fields: [String: String] = [:]
        for name in Self.kept {
            guard case .single(let range) = head.field(name, in: bytes) else { continue }
            fields["\(name)"] = bytes.extracting(range).withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
        }
        let request = Request(
            line: String(text.dropLast(" HTTP/1.1".count)),
            fields: fields,
            body: body.withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
        )
        received.withLock { $0.append(request) }
        let reply = replies.withLock { $0.isEmpty ? Reply(status: 500) : $0.removeFirst() }
        return .now(
            Response(
                status: reply.status,
                contentType: "application/json",
                body: Array(reply.body.utf8),
                headers: reply.headers
            )
        )
    }
}

/// Runs a test against a server that gives these replies, one after the other.
func withRecorder(
    _ replies: [Recorder.Reply],
    _ body: (Recorder, _ url: String) async throws -> Void
) async throws {
    let recorder = Recorder(replies)
    let listener = try Listener(host: "127.0.0.1", port: 0)
    let server = Server(configuration: ServerConfiguration(loopCount: 1), responder: recorder, logger: .silent)
    try server.start(on: listener)
    let result: Result<Void, any Error>
    do { result = .success(try await body(recorder, "http://127.0.0.1:\(listener.port)")) } catch {
        result = .failure(error)
    }
    await server.drain(grace: .seconds(1))
    try result.get()
}
