import HTTPClient
import Logging

/// Sends requests to one Polar, and sends them again where that can do no harm.
struct PolarTransport: Sendable {
    /// A page of a hundred deliveries with payloads is the largest answer there is.
    private static let bodyLimit = 64 << 20

    /// For one attempt, from the connection to the end of the answer.
    private static let timeout = Duration.seconds(30)

    /// Polar ends every stream after ten minutes; one that is silent for longer has lost its connection.
    private static let streamIdleTimeout = Duration.seconds(660)

    /// The bytes of a refused stream that are read to find out why.
    private static let errorLimit = 65_536

    let server: PolarServer
    private let httpClient: Client
    private let retries: RequestRetries
    private let logger: Logger
    private let timeout: Duration

    /// - Parameter timeout: for one attempt; another one in tests only.
    init(
        server: PolarServer,
        httpClient: Client,
        retries: RequestRetries,
        logger: Logger,
        timeout: Duration = Self.timeout
    ) {
        self.server = server
        self.httpClient = httpClient
        self.retries = retries
        self.logger = logger
        self.timeout = timeout
    }

    /// Sends a request; an answer of any status is an answer.
    ///
    /// A safe request is sent again after a failure on the way or on Polar's side, every request after 429.
    ///
    /// - Throws: ``PolarError`` where no answer comes.
    func send(_ request: PolarRequest) async throws(PolarError) -> PolarAnswer {
        var attempt = 1
        while true {
            let result = await once(request)
            guard attempt < retries.attempts, let delay = delay(after: attempt, request, result) else {
                return try result.get()
            }
            logger.debug("Polar is asked again", metadata: ["url.path": "\(request.path)", "attempt": "\(attempt)"])
            do { try await retries.sleep(delay) } catch { throw .cancelled }
            attempt += 1
        }
    }

    /// How long to wait before the request is sent again; nil where it is not.
    private func delay(
        after attempt: Int,
        _ request: PolarRequest,
        _ result: Result<PolarAnswer, PolarError>
    ) -> Duration? {
        switch result {
        case .success(let answer) where answer.status == 429:
            min(answer.retryAfter ?? .seconds(1), retries.longestDelay)
        case .success(let answer) where request.isSafe && answer.status >= 500: retries.delay(after: attempt)
        case .failure(.timedOut) where request.isSafe: retries.delay(after: attempt)
        case .failure(.unreachable) where request.isSafe: retries.delay(after: attempt)
        case .success, .failure: nil
        }
    }

    private func once(_ request: PolarRequest) async -> Result<PolarAnswer, PolarError> {
        do throws(ClientError) { return .success(PolarAnswer(try await httpClient.send(outgoing(request)))) } catch {
            return .failure(PolarError(error))
        }
    }

    /// Hands on an answer as it comes, until `body` returns false or it ends.
    func stream(
        _ request: PolarRequest,
        _ body: ([UInt8]) async throws(PolarError) -> Bool
    ) async throws(PolarError) {
        var outgoing = outgoing(request)
        outgoing.idleTimeout = Self.streamIdleTimeout
        let stream: ClientStream
        do throws(ClientError) { stream = try await httpClient.stream(outgoing) } catch { throw PolarError(error) }
        guard stream.response.status == 200 else {
            throw PolarErrorAnswer.error(of: PolarAnswer(stream.response, body: await Self.beginning(of: stream)))
        }
        while true {
            let part: [UInt8]?
            do throws(ClientError) { part = try await stream.next() } catch { throw PolarError(error) }
            guard let part, try await body(part) else { return }
        }
    }

    /// What there is of an error, which may break off.
    private static func beginning(of stream: ClientStream) async -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < errorLimit, let part = try? await stream.next() { bytes += part }
        return bytes
    }

    private func outgoing(_ request: PolarRequest) -> ClientRequest {
        var outgoing = ClientRequest(
            request.method,
            url: server.apiURL + request.path + QueryText.text(request.query),
            timeout: timeout
        )
        outgoing.headers = request.headers + [("user-agent", "polar-receiver"), ("accept", "application/json")]
        outgoing.body = request.body
        outgoing.bodyLimit = Self.bodyLimit
        // A refresh token, for one, works once: Polar must not get it a second time over another connection.
        outgoing.isRepeatable = request.isSafe
        return outgoing
    }
}

extension PolarError {
    /// Reads why there is no answer.
    fileprivate init(_ error: ClientError) {
        self =
            switch error {
            case .cancelled: .cancelled
            case .timedOut: .timedOut
            case .bodyTooLarge(let limit): .malformedAnswer(reason: "it has more than \(limit >> 20) MiB.")
            case .headTooLarge, .notHTTP: .malformedAnswer(reason: "\(error)")
            default: .unreachable(reason: String("\(error)".dropLast()))
            }
    }
}
