import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOSSL
import Synchronization

/// Posts to one target; holds the HTTP client between start and stop.
final class ForwardClient: Sendable {
    /// How much of an answer's body is read before the connection is closed.
    private static let bodyLimit = 16_384

    /// How long before its end an attempt gives up by itself, so that its error says how far it came.
    private static let margin = Duration.milliseconds(100)

    private let target: ForwardTarget
    private let configuration: HTTPClient.Configuration
    private let client = Mutex<HTTPClient?>(nil)

    init(_ settings: ForwardSettings) {
        target = settings.target
        var configuration = HTTPClient.Configuration(
            tlsConfiguration: Self.tls(authorities: settings.authorities),
            redirectConfiguration: .disallow,
            timeout: .init(connect: TimeAmount(settings.connectTimeout))
        )
        configuration.httpVersion = .http1Only
        configuration.connectionPool.idleTimeout = TimeAmount(settings.idleTime)
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = settings.concurrencyLimit
        // The retries are the dispatcher's.
        configuration.connectionPool.retryConnectionEstablishment = false
        self.configuration = configuration
    }

    private static func tls(authorities: [NIOSSLCertificate]?) -> TLSConfiguration {
        var tls = TLSConfiguration.makeClientConfiguration()
        tls.minimumTLSVersion = .tlsv12
        if let authorities { tls.trustRoots = .certificates(authorities) }
        return tls
    }

    /// Makes the HTTP client.
    func start() {
        client.withLock { client in
            guard client == nil else { return }
            client = HTTPClient(eventLoopGroup: HTTPClient.defaultEventLoopGroup, configuration: configuration)
        }
    }

    /// Closes all connections.
    func stop() async {
        let client = client.withLock { $0.take() }
        try? await client?.shutdown()  // Fails only when it is shut down already.
    }

    /// Sends one request and reads the answer.
    ///
    /// - Throws: ``ForwardFailure`` when there is no whole answer.
    func post(
        _ body: [UInt8],
        _ headers: [(String, String)],
        deadline: ContinuousClock.Instant
    ) async throws -> ForwardAnswer {
        guard let client = client.withLock(\.self) else { throw ForwardFailure(target, "the module is not started") }
        var request = HTTPClientRequest(url: target.url)
        request.method = .POST
        request.headers = HTTPHeaders(headers)
        request.body = .bytes(body)
        var status: Int?
        let end = deadline - Self.margin
        do {
            let response = try await client.execute(request, timeout: TimeAmount(max(end - .now, .milliseconds(1))))
            status = Int(response.status.code)
            return answer(response, text: try await Self.beginning(of: response.body, until: end))
        } catch {
            // A stop of the receiver is no failure of the target.
            try Task.checkCancellation()
            throw ForwardFailure(target, error, status: status)
        }
    }

    private func answer(_ response: HTTPClientResponse, text: [UInt8]) -> ForwardAnswer {
        ForwardAnswer(
            target: target,
            status: Int(response.status.code),
            location: response.headers.first(name: "location"),
            retryAfter: response.headers.first(name: "retry-after"),
            text: AnswerText.line(text)
        )
    }

    /// Reads a body in time; the client itself watches the time only until the head is there.
    private static func beginning(
        of body: HTTPClientResponse.Body,
        until end: ContinuousClock.Instant
    ) async throws -> [UInt8] {
        try await withThrowingTaskGroup(of: [UInt8].self) { group in
            group.addTask { try await beginning(of: body) }
            group.addTask {
                try await Task.sleep(until: end, clock: .continuous)
                throw HTTPClientError.deadlineExceeded
            }
            defer { group.cancelAll() }
            return try await group.next() ?? []
        }
    }

    private static func beginning(of body: HTTPClientResponse.Body) async throws -> [UInt8] {
        var start: [UInt8] = []
        var size = 0
        for try await part in body {
            start += part.readableBytesView.prefix(max(0, AnswerText.byteLimit - start.count))
            size += part.readableBytes
            // Leaving the loop closes the connection: a target that answers without end is not listened to.
            if size > bodyLimit { break }
        }
        return start
    }
}
