import HTTPServer
import HTTPWire
import PolarAPI
import Synchronization

/// A server that answers as a test says, and records what it was asked.
final class ScriptedPolar: Responder {
    struct Request: Hashable {
        /// Method and target.
        let line: String
        let fields: [String: String]
        let body: String
    }

    private let script: @Sendable (Request) -> Response?
    private let recorded = Mutex<[Request]>([])
    private let waiting: AsyncStream<Exchange>.Continuation

    /// The requests without an answer.
    let exchanges: AsyncStream<Exchange>

    /// - Parameter script: answers at once; nil leaves the answer to the test.
    init(_ script: @escaping @Sendable (Request) -> Response?) {
        self.script = script
        (exchanges, waiting) = AsyncStream.makeStream()
    }

    var requests: [Request] { recorded.withLock { $0 } }

    func respond(
        to head: borrowing RequestHead,
        bytes: RawSpan,
        body: RawSpan,
        client: ClientAddress,
        exchange: Exchange
    ) -> Answer {
        let request = Self.request(bytes, body)
        recorded.withLock { $0.append(request) }
        if let response = script(request) { return .now(response) }
        waiting.yield(exchange)
        return .later
    }

    private static func request(_ head: RawSpan, _ body: RawSpan) -> Request {
        var lines = text(head).split(separator: "\r\n")[...]
        let line = lines.popFirst().map { $0.split(separator: " ").prefix(2).joined(separator: " ") }
        let fields = lines.compactMap { line -> (String, String)? in
            guard let colon = line.firstIndex(of: ":") else { return nil }
            return (line[..<colon].lowercased(), line[line.index(after: colon)...].drop { $0 == " " }.description)
        }
        return Request(line: line ?? "", fields: Dictionary(fields) { $0 + ", " + $1 }, body: text(body))
    }

    private static func text(_ span: RawSpan) -> String {
        span.withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
    }
}

/// Runs `body` with a server that gives these answers, one after the other, and 500 after them.
func withScriptedPolar(
    _ answers: [Response],
    _ body: (ScriptedPolar, PolarServer) async throws -> Void
) async throws {
    let left = Mutex(answers)
    let end = Response.json(500, "{}")
    try await withScriptedPolar({ _ in left.withLock { $0.isEmpty ? end : $0.removeFirst() } }, body)
}

/// Runs `body` with a server that answers as `script` says.
func withScriptedPolar(
    _ script: @escaping @Sendable (ScriptedPolar.Request) -> Response?,
    _ body: (ScriptedPolar, PolarServer) async throws -> Void
) async throws {
    let polar = ScriptedPolar(script)
    let listener = try Listener(host: "127.0.0.1", port: 0)
    let server = Server(configuration: ServerConfiguration(loopCount: 1), responder: polar, logger: .silent)
    try server.start(on: listener)
    let url = "http://127.0.0.1:\(listener.port)"
    let result: Result<Void, any Error>
    do {
        result = .success(try await body(polar, PolarServer(apiURL: url, webURL: url)))
    } catch {
        result = .failure(error)
    }
    await server.drain(grace: .zero)
    try result.get()
}
