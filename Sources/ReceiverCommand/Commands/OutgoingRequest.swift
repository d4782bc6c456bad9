import Foundation
import HTTPClient

/// One HTTP request of a command.
struct OutgoingRequest {
    /// What came back.
    struct Answer {
        let status: Int

        /// The first kilobytes, which is all that a receiver's answers have.
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

    /// Whether the certificate is checked; that of the configured receiver need not be for the address that it listens on.
    var checksCertificate = true

    /// The socket in the file system that it goes to, whatever host the URL names.
    var socketPath: String?
    var headers: [(name: String, value: String)] = []

    /// With a body it is a POST, without one a GET.
    var body: [UInt8]?

    /// Sends it and reads the whole answer in this time.
    ///
    /// - Throws: ``CommandFailure`` when there is no answer.
    func send(timeout: Duration) async throws -> Answer {
        var request = ClientRequest(body == nil ? .get : .post, url: url, timeout: timeout)
        request.headers = headers
        request.body = body
        request.bodyLimit = Self.bodyLimit
        var configuration = Client.Configuration()
        if !checksCertificate { configuration.trust = .anything }
        configuration.socketPath = socketPath
        do throws(ClientError) {
            let response = try await Client(configuration).send(request)
            return Answer(status: response.status, body: String(decoding: response.body, as: UTF8.self))
        } catch {
            throw CommandFailure("Cannot reach \(socketPath ?? url), \(Self.remedy(error))")
        }
    }

    private static func remedy(_ error: ClientError) -> String {
        switch error {
        case .couldNotConnect(_, .refused): "nothing listens there: is the receiver running on that port?"
        case .timedOut: "it does not answer in time: is the receiver running on that port?"
        case .tls(.handshake): "it does not speak TLS 1.2 or 1.3: check the URL."
        case .tls(.notTrusted): "its certificate is not trusted: check the URL and the certificate."
        case .tls(let fault): "\(fault.clause): check the URL and the certificate."
        case .couldNotResolve: "its name cannot be resolved: check the URL."
        default: "because of this: \(error)"
        }
    }
}
