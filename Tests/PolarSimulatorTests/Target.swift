import Foundation
import HTTPServer
import HTTPWire
import Logging
import PolarAPI
import PolarSimulator
import StandardWebhooks
import Synchronization

/// What a target has received.
struct ReceivedRequest {
    let headers: [String: String]
    let body: [UInt8]

    /// - Throws: an error where the signature is not that of the key.
    func verify(_ key: SigningKey) throws {
        let verifier = try MessageVerifier(keys: [.hmacSHA256(key)])
        let fields = headers.map { (name: $0.key, value: $0.value) }
        _ = try verifier.verify(headers: fields, body: body, now: Int64(Date().timeIntervalSince1970))
    }
}

/// A server that answers with given statuses, one after the other, then with 500.
final class Target: Responder {
    private static let kept: [StaticString] = [
        "webhook-id", "webhook-timestamp", "webhook-signature", "webhook-api-version", "user-agent",
    ]

    private let statuses: Mutex<[Int]>
    private let received = Mutex<[ReceivedRequest]>([])

    init(_ statuses: [Int]) {
        self.statuses = Mutex(statuses)
    }

    var requests: [ReceivedRequest] { received.withLock { $0 } }

    func respond(
        to head: borrowing RequestHead,
        bytes: RawSpan,
        body: RawSpan,
        client: ClientAddress,
        exchange: Exchange
    ) -> Answer {
        var headers: [String: String] = [:]
        for name in Self.kept {
            guard case .single(let range) = head.field(name, in: bytes) else { continue }
            headers["\(name)"] = bytes.extracting(range).withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
        }
        let request = ReceivedRequest(headers: headers, body: body.withUnsafeBytes { Array($0) })
        received.withLock { $0.append(request) }
        let status = statuses.withLock { $0.isEmpty ? 500 : $0.removeFirst() }
        return .now(Response(status: status, contentType: nil, body: []))
    }
}

/// Runs a test with a simulated Polar and a target for it.
func withTarget(
    _ statuses: [Int],
    _ options: SimulatorOptions = SimulatorOptions(rateLimit: 10_000, sleep: { _ in await Task.yield() }),
    _ body: (PolarSimulator, Target, _ url: String) async throws -> Void
) async throws {
    let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    let polar = PolarSimulator(options, logger: logger)
    try polar.start()
    let target = Target(statuses)
    let listener = try Listener(host: "127.0.0.1", port: 0)
    let server = Server(configuration: ServerConfiguration(loopCount: 1), responder: target, logger: logger)
    try server.start(on: listener)
    let result: Result<Void, any Error>
    do { result = .success(try await body(polar, target, "http://127.0.0.1:\(listener.port)/hook")) } catch {
        result = .failure(error)
    }
    await polar.stop()
    await server.drain(grace: .seconds(1))
    try result.get()
}

extension PolarSimulator {
    func client(token: String? = nil) throws -> PolarClient {
        PolarClient(
            server: try PolarServer(apiURL: url, webURL: url),
            token: FixedAccessToken(try AccessToken(token ?? accessToken)),
            retries: RequestRetries(attempts: 1),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        )
    }

    /// Returns once nothing is on its way.
    func quiet() async throws {
        while isBusy { try await Task.sleep(for: .milliseconds(5)) }
    }
}
