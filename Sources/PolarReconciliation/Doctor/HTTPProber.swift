import Foundation
import HTTPClient

/// Calls addresses over the network.
package struct HTTPProber: EndpointProber {
    private static let bodyLimit = 4_096

    /// As large as the state of a good customer, which shows a proxy that only takes smaller bodies.
    private static let unsignedBody = Array(#"{"padding":"\#(String(repeating: "0", count: 64 << 10))"}"#.utf8)

    private let trust: Client.Configuration.Trust
    private let timeout: Duration
    private let now: @Sendable () -> ContinuousClock.Instant

    /// - Parameters:
    ///   - trustedCertificates: PEM texts of authorities to trust besides those of the system, for tests.
    ///   - timeout: for a whole call.
    ///   - now: measures how long a call takes.
    package init(
        trustedCertificates: [String] = [],
        timeout: Duration = .seconds(10),
        now: @escaping @Sendable () -> ContinuousClock.Instant = { .now }
    ) {
        let authorities = Authorities(pem: Array(trustedCertificates.joined(separator: "\n").utf8))
        trust = authorities.map { .systemAnd($0) } ?? .system
        self.timeout = timeout
        self.now = now
    }

    package func post(_ url: String) async -> ProbeAnswer {
        var request = request(.post, url)
        request.headers = [("content-type", "application/json"), ("user-agent", "polar-receiver doctor")]
        request.body = Self.unsignedBody
        return await send(request, trust)
    }

    package func get(_ url: String) async -> ProbeAnswer {
        await send(request(.get, url), .anything)
    }

    package func certificate(of url: String) async -> CertificateTerm? {
        guard URLComponents(string: url)?.scheme == "https" else { return nil }
        // nil: there is none in time.
        let dates = try? await client(.anything).certificateDates(of: request(.get, url))
        return dates.map { CertificateTerm(start: $0.start, end: $0.end) }
    }

    private func request(_ method: ClientRequest.Method, _ url: String) -> ClientRequest {
        var request = ClientRequest(method, url: url, timeout: timeout)
        request.connectTimeout = timeout
        request.bodyLimit = Self.bodyLimit
        request.cutsLongBody = true
        return request
    }

    private func client(_ trust: Client.Configuration.Trust) -> Client {
        var configuration = Client.Configuration()
        configuration.trust = trust
        return Client(configuration)
    }

    private func send(_ request: ClientRequest, _ trust: Client.Configuration.Trust) async -> ProbeAnswer {
        let start = now()
        do throws(ClientError) {
            let response = try await client(trust).send(request)
            return .answer(
                status: response.status,
                body: String(decoding: response.body, as: UTF8.self),
                location: response["location"],
                duration: now() - start
            )
        } catch {
            return Self.answer(error)
        }
    }

    private static func answer(_ error: ClientError) -> ProbeAnswer {
        switch error {
        case .timedOut(.connecting(.begun)), .couldNotResolve: .unknownHost
        case .timedOut: .timedOut
        case .couldNotConnect(_, .refused): .refused
        case .tls(.wrongName): .tls(.wrongName)
        case .tls(.expired), .tls(.notYetValid), .tls(.notTrusted): .tls(.notTrusted)
        case .tls: .tls(.handshake)
        default: .failed(String("\(error)".dropLast()))
        }
    }
}
