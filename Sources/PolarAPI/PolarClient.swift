public import Foundation
import HTTPClient
public import Logging

/// Polar's API, as far as a receiver of its webhooks needs it.
///
/// Names and shapes are those of Polar's SDKs. A request is sent again after 429, and a `GET` also after a failure on the way.
public struct PolarClient: Sendable {
    /// The version of the API that the client asks for, such as `2026-10`.
    public let apiVersion: String

    private let transport: PolarTransport
    private let tokens: any AccessTokenSource

    /// Makes a client.
    ///
    /// - Parameters:
    ///   - server: which Polar.
    ///   - token: where the token for each request comes from.
    ///   - apiVersion: the version of the API, by its name.
    ///   - usesProxy: whether requests go through the proxy that the environment names.
    ///   - retries: how often a request is sent again.
    ///   - logger: is told at debug level what is sent again.
    public init(
        server: PolarServer = .production,
        token: any AccessTokenSource,
        apiVersion: String = "2026-10",
        usesProxy: Bool = true,
        retries: RequestRetries = RequestRetries(),
        logger: Logger
    ) {
        self.apiVersion = apiVersion
        tokens = token
        transport = PolarTransport(
            server: server,
            httpClient: .polar(usesProxy: usesProxy),
            retries: retries,
            logger: logger
        )
    }

    /// Webhook endpoints and their deliveries.
    public var webhooks: Webhooks { Webhooks(client: self) }

    /// Customers and their states.
    public var customers: Customers { Customers(client: self) }

    /// The organizations that the token is for.
    public var organizations: Organizations { Organizations(client: self) }

    /// What Polar's clock says, in whole seconds; nil where its answer does not say.
    ///
    /// - Throws: ``PolarError`` where the answer is no success.
    public func date() async throws(PolarError) -> Date? {
        let path = "/v1/webhooks/endpoints"
        let answer = try await send(PolarRequest(method: .get, path: path, query: [("limit", "1")]))
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss zzz"
        return answer["date"].flatMap(formatter.date)
    }

    /// Sends a request.
    ///
    /// - Throws: ``PolarError`` where the answer is no success.
    func send(_ request: PolarRequest) async throws(PolarError) -> PolarAnswer {
        try await withToken(request) { request throws(PolarError) in
            let answer = try await transport.send(request)
            guard (200..<300).contains(answer.status) else { throw PolarErrorAnswer.error(of: answer) }
            return answer
        }
    }

    /// The same, for an answer with a value in it.
    func value<Value: Decodable>(_ request: PolarRequest) async throws(PolarError) -> Value {
        let answer = try await send(request)
        return try PolarJSON.decode(answer.body)
    }

    /// Reads an answer that has no end of its own, such as the development stream, until `body` returns false or it ends.
    ///
    /// - Throws: ``PolarError`` where Polar refuses, or where nothing comes for eleven minutes.
    package func stream(
        _ path: String,
        _ body: ([UInt8]) async throws(PolarError) -> Bool
    ) async throws(PolarError) {
        try await withToken(PolarRequest(method: .get, path: path)) { request throws(PolarError) in
            try await transport.stream(request, body)
        }
    }

    /// Does something with a request that has the token, and once more with another one where Polar does not take it.
    private func withToken<Value>(
        _ request: PolarRequest,
        _ body: (PolarRequest) async throws(PolarError) -> Value
    ) async throws(PolarError) -> Value {
        let token = try await tokens.accessToken()
        do throws(PolarError) { return try await body(authorized(request, token)) } catch {
            guard error == .unauthorized, let other = try await tokens.replacement(for: token) else { throw error }
            return try await body(authorized(request, other))
        }
    }

    private func authorized(_ request: PolarRequest, _ token: AccessToken) -> PolarRequest {
        var request = request
        request.headers.append(("authorization", "Bearer \(token.text)"))
        request.headers.append(("polar-version", apiVersion))
        if request.body != nil { request.headers.append(("content-type", "application/json")) }
        return request
    }
}

extension Client {
    private static let direct = makePolar(proxy: .direct)
    private static let proxied = makePolar(proxy: .environment)

    /// One for the life of the process, which all clients of Polar share.
    static func polar(usesProxy: Bool) -> Client { usesProxy ? proxied : direct }

    private static func makePolar(proxy: Client.Configuration.ProxyRule) -> Client {
        var configuration = Client.Configuration()
        configuration.proxy = proxy
        return Client(configuration)
    }
}
