import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL

/// Calls addresses over the network.
package struct HTTPProber: EndpointProber {
    private static let timeout = TimeAmount.seconds(10)
    private static let bodyLimit = 4_096

    /// Certificates to trust besides those of the system, in PEM.
    private let trustedCertificates: [String]

    /// - Parameter trustedCertificates: PEM texts of more authorities to trust, for tests.
    package init(trustedCertificates: [String] = []) {
        self.trustedCertificates = trustedCertificates
    }

    package func post(_ url: String) async -> ProbeAnswer {
        var request = HTTPClientRequest(url: url)
        request.method = .POST
        request.headers = ["content-type": "application/json", "user-agent": "polar-receiver doctor"]
        request.body = .bytes(Array("{}".utf8))
        return await send(request, verifies: true)
    }

    package func get(_ url: String) async -> ProbeAnswer {
        await send(HTTPClientRequest(url: url), verifies: false)
    }

    private func send(_ request: HTTPClientRequest, verifies: Bool) async -> ProbeAnswer {
        let start = ContinuousClock.now
        do {
            return try await HTTPClient.withHTTPClient(configuration: configuration(verifies: verifies)) { client in
                let response = try await client.execute(request, timeout: Self.timeout)
                var body = ""
                for try await part in response.body {
                    body += String(buffer: part)
                    if body.utf8.count >= Self.bodyLimit { break }
                }
                return .answer(
                    status: Int(response.status.code),
                    body: body,
                    location: response.headers.first(name: "location"),
                    duration: .now - start
                )
            }
        } catch {
            return Self.answer(error)
        }
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
        configuration.timeout.connect = Self.timeout
        return configuration
    }

    private static func answer(_ error: any Error) -> ProbeAnswer {
        switch error {
        case let error as HTTPClientError where [.deadlineExceeded, .connectTimeout, .readTimeout].contains(error):
            return .timedOut
        case let error as NIOConnectionError:
            if error.dnsAError != nil && error.dnsAAAAError != nil { return .unknownHost }
            return error.connectionErrors.isEmpty ? .unknownHost : .refused
        case let error as NIOSSLError: return .tls("\(error)")
        case let error as NIOSSLExtraError: return .tls("\(error.description)")
        case let error as IOError: return error.errnoCode == 111 ? .refused : .failed("\(error)")
        case let error as HTTPClientError: return .failed(error.shortDescription)
        default: return .failed("\(type(of: error))")
        }
    }
}
