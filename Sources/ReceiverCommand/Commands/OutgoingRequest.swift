import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import NIOSSL

/// One HTTP request of a command.
struct OutgoingRequest {
    /// What came back.
    struct Answer {
        let status: Int

        /// The first kilobytes, which is all a receiver's answers have.
        let body: String

        /// What to look at after a refusal.
        var explanation: String {
            switch status {
            case 403: "it answered 403, so its secret, or its clock, is not the sender's."
            case 404: "it answered 404; check the path in the URL."
            case 503: "it answered 503: it cannot store messages now; its log says why."
            default: "it answered \(status)."
            }
        }
    }

    private static let bodyLimit = 65_536

    let url: String

    /// Whether it stays on this machine, where the name in a certificate cannot fit the address and needs not.
    var isToThisMachine = false
    var headers: [(String, String)] = []

    /// With a body it is a POST, without one a GET.
    var body: [UInt8]?

    /// Sends it and reads the answer.
    ///
    /// - Throws: ``CommandFailure`` when nobody answers.
    func send(timeout: Duration) async throws -> Answer {
        var request = HTTPClientRequest(url: url)
        request.method = body == nil ? .GET : .POST
        request.headers = HTTPHeaders(headers)
        request.body = body.map { .bytes($0) }
        do {
            return try await HTTPClient.withHTTPClient(configuration: configuration) { client in
                let response = try await client.execute(request, timeout: TimeAmount(timeout))
                let body = try await response.body.collect(upTo: Self.bodyLimit)
                return Answer(status: Int(response.status.code), body: String(buffer: body))
            }
        } catch {
            throw CommandFailure("Cannot reach \(url), \(Self.reason(error))")
        }
    }

    private var configuration: HTTPClient.Configuration {
        var tls = TLSConfiguration.makeClientConfiguration()
        if isToThisMachine { tls.certificateVerification = .none }
        return HTTPClient.Configuration(tlsConfiguration: tls, redirectConfiguration: .disallow)
    }

    private static func reason(_ error: any Error) -> String {
        switch error {
        case let error as HTTPClientError where [.deadlineExceeded, .connectTimeout].contains(error):
            "it does not answer: is the receiver running on that port?"
        case let error as HTTPClientError: "\(error.shortDescription): is the receiver running on that port?"
        case is NIOSSLError:
            "it speaks no TLS, or its certificate is not trusted for that name: check the URL and the certificate."
        default: "nothing listens there: is the receiver running on that port?"
        }
    }
}
