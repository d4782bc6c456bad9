import AsyncHTTPClient
import Foundation
import Logging
import NIOCore
import NIOHTTP1

/// Sends requests to one Polar, and sends them again where that can do no harm.
struct PolarTransport: Sendable {
    /// A page of a hundred deliveries with payloads is the largest answer there is.
    private static let bodyLimit = 64 << 20

    /// For one attempt, from the connection to the end of the answer.
    private static let timeout = TimeAmount.seconds(30)

    let server: PolarServer
    private let httpClient: HTTPClient
    private let retries: RequestRetries
    private let logger: Logger

    init(server: PolarServer, httpClient: HTTPClient, retries: RequestRetries, logger: Logger) {
        self.server = server
        self.httpClient = httpClient
        self.retries = retries
        self.logger = logger
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
        do {
            let response = try await httpClient.execute(outgoing(request), timeout: Self.timeout)
            let body = try await response.body.collect(upTo: Self.bodyLimit)
            return .success(
                PolarAnswer(
                    status: Int(response.status.code),
                    headers: response.headers,
                    body: Array(body.readableBytesView)
                )
            )
        } catch {
            return .failure(Self.error(error))
        }
    }

    /// Hands on an answer as it comes, until `body` returns false or it ends.
    func stream(
        _ request: PolarRequest,
        _ body: ([UInt8]) async throws(PolarError) -> Bool
    ) async throws(PolarError) {
        let response: HTTPClientResponse
        do { response = try await httpClient.execute(outgoing(request), deadline: .distantFuture) } catch {
            throw Self.error(error)
        }
        guard response.status == .ok else {
            let text = try? await response.body.collect(upTo: 65_536)
            throw PolarErrorAnswer.error(
                of: PolarAnswer(
                    status: Int(response.status.code),
                    headers: response.headers,
                    body: text.map { Array($0.readableBytesView) } ?? []
                )
            )
        }
        var parts = response.body.makeAsyncIterator()
        while true {
            let part: ByteBuffer?
            do { part = try await parts.next() } catch { throw Self.error(error) }
            guard let part, try await body(Array(part.readableBytesView)) else { return }
        }
    }

    private func outgoing(_ request: PolarRequest) -> HTTPClientRequest {
        var outgoing = HTTPClientRequest(url: server.apiURL + request.path + QueryText.text(request.query))
        outgoing.method = request.method
        outgoing.headers = HTTPHeaders(request.headers.map { ($0.name, $0.value) })
        outgoing.headers.add(name: "user-agent", value: "polar-receiver")
        outgoing.headers.add(name: "accept", value: "application/json")
        outgoing.body = request.body.map { .bytes($0) }
        return outgoing
    }

    private static func error(_ error: any Error) -> PolarError {
        switch error {
        case is CancellationError: .cancelled
        case let error as HTTPClientError where [.deadlineExceeded, .connectTimeout, .readTimeout].contains(error):
            .timedOut
        case let error as HTTPClientError where error == .cancelled: .cancelled
        case let error as HTTPClientError: .unreachable(reason: error.shortDescription)
        case is NIOTooManyBytesError: .malformedAnswer(reason: "it has more than \(bodyLimit >> 20) MiB.")
        default: .unreachable(reason: "\(type(of: error))")
        }
    }
}
