import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL

/// Calls addresses over the network.
package struct HTTPProber: EndpointProber {
    private static let bodyLimit = 4_096

    /// As large as the state of a good customer, so that a proxy that takes small bodies only is found out.
    private static let unsignedBody = Array(#"{"padding":"\#(String(repeating: "0", count: 64 << 10))"}"#.utf8)

    private let trustedCertificates: [String]
    private let timeout: TimeAmount
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
        self.trustedCertificates = trustedCertificates
        self.timeout = TimeAmount(timeout)
        self.now = now
    }

    package func post(_ url: String) async -> ProbeAnswer {
        var request = HTTPClientRequest(url: url)
        request.method = .POST
        request.headers = ["content-type": "application/json", "user-agent": "polar-receiver doctor"]
        request.body = .bytes(Self.unsignedBody)
        return await send(request, verifies: true)
    }

    package func get(_ url: String) async -> ProbeAnswer {
        await send(HTTPClientRequest(url: url), verifies: false)
    }

    package func certificate(of url: String) async -> CertificateTerm? {
        guard let parts = URLComponents(string: url), parts.scheme == "https", let host = parts.host else { return nil }
        let bare = host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host
        return await CertificateReader(host: bare, port: parts.port ?? 443, timeout: timeout).term()
    }

    private func send(_ request: HTTPClientRequest, verifies: Bool) async -> ProbeAnswer {
        let start = now()
        do {
            return try await HTTPClient.withHTTPClient(configuration: configuration(verifies: verifies)) { client in
                let response = try await client.execute(request, timeout: timeout)
                return .answer(
                    status: Int(response.status.code),
                    body: try await Self.beginning(of: response.body),
                    location: response.headers.first(name: "location"),
                    duration: now() - start
                )
            }
        } catch {
            return Self.answer(error)
        }
    }

    private static func beginning(of body: HTTPClientResponse.Body) async throws -> String {
        var text = ""
        for try await part in body {
            text += String(buffer: part)
            if text.utf8.count >= bodyLimit { break }
        }
        return text
    }

    private func configuration(verifies: Bool) throws -> HTTPClient.Configuration {
        var tls = TLSConfiguration.makeClientConfiguration()
        if !verifies { tls.certificateVerification = .none }
        tls.additionalTrustRoots = try trustedCertificates.map {
            .certificates(try NIOSSLCertificate.fromPEMBytes(Array($0.utf8)))
        }
        var configuration = HTTPClient.Configuration(tlsConfiguration: tls, redirectConfiguration: .disallow)
        configuration.networkFrameworkWaitForConnectivity = false
        // A connection that was refused once is not tried again and again until the time is over.
        configuration.connectionPool.retryConnectionEstablishment = false
        configuration.timeout.connect = timeout
        return configuration
    }

    // MARK: Errors

    private static func answer(_ error: any Error) -> ProbeAnswer {
        switch error {
        case let error as HTTPClientError where [.deadlineExceeded, .connectTimeout, .readTimeout].contains(error):
            .timedOut
        case let error as HTTPClientError: .failed(error.shortDescription)
        case let error as NIOConnectionError: answer(error)
        case let error as NIOSSLExtraError: .tls(error == .failedToValidateHostname ? .wrongName : .handshake)
        case let error as NIOSSLError: .tls("\(error)".contains("CERTIFICATE_VERIFY_FAILED") ? .notTrusted : .handshake)
        case let error as IOError: error.errnoCode == ECONNREFUSED ? .refused : .failed(error.reason)
        default: .failed("\(type(of: error))")
        }
    }

    /// What was tried are all addresses of a name.
    private static func answer(_ error: NIOConnectionError) -> ProbeAnswer {
        let errors = error.connectionErrors.map(\.error)
        guard let first = errors.first else { return .unknownHost }
        if errors.allSatisfy({ $0 is ChannelError }) { return .timedOut }
        if errors.contains(where: { ($0 as? IOError)?.errnoCode == ECONNREFUSED }) { return .refused }
        return .failed((first as? IOError)?.reason ?? "\(type(of: first))")
    }
}

extension IOError {
    /// The system's words, without the call that failed.
    fileprivate var reason: String { String(cString: strerror(errnoCode)) }
}
