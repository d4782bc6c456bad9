import HTTPClient
import Synchronization

/// Posts to one target; holds the HTTP client between start and stop.
final class ForwardClient: Sendable {
    /// How much of an answer's body is read before the connection is closed.
    private static let bodyLimit = 16_384

    /// How long before its end an attempt gives up by itself, so that its error says how far it came.
    private static let margin = Duration.milliseconds(100)

    private let target: ForwardTarget
    private let connectTimeout: Duration
    private let configuration: Client.Configuration
    private let client = Mutex<Client?>(nil)

    init(_ settings: ForwardSettings) {
        target = settings.target
        connectTimeout = settings.connectTimeout
        var configuration = Client.Configuration()
        if let authorities = settings.authorities { configuration.trust = .only(authorities) }
        configuration.proxy = settings.usesProxy ? .environment : .direct
        configuration.idleTime = settings.idleTime
        configuration.connectionsPerHost = settings.concurrencyLimit
        configuration.connections = settings.concurrencyLimit
        self.configuration = configuration
    }

    /// Makes the HTTP client.
    func start() {
        client.withLock { client in
            guard client == nil else { return }
            client = Client(configuration)
        }
    }

    /// Closes all connections.
    func stop() async {
        await client.withLock { $0.take() }?.shutdown()
    }

    /// Sends one request and reads the answer.
    ///
    /// - Throws: ``ForwardFailure`` when there is no whole answer.
    func post(
        _ body: [UInt8],
        _ headers: [(name: String, value: String)],
        deadline: ContinuousClock.Instant
    ) async throws -> ForwardAnswer {
        guard let client = client.withLock(\.self) else { throw ForwardFailure(target, "the module is not started") }
        var request = ClientRequest(.post, url: target.url, timeout: deadline - Self.margin - .now)
        request.headers = headers
        request.body = body
        request.connectTimeout = connectTimeout
        request.bodyLimit = Self.bodyLimit
        // A target that answers without end has taken the event, or not, by its status.
        request.cutsLongBody = true
        do throws(ClientError) {
            let response = try await client.send(request)
            return ForwardAnswer(
                target: target,
                status: response.status,
                location: response["location"],
                retryAfter: response["retry-after"],
                text: AnswerText.line(Array(response.body.prefix(AnswerText.byteLimit)))
            )
        } catch {
            // A stop of the receiver is not a failure of the target.
            try Task.checkCancellation()
            throw ForwardFailure(target, error)
        }
    }
}
