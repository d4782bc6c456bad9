import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1

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
            let response = try await HTTPClient.shared.execute(request, timeout: TimeAmount(timeout))
            let body = try await response.body.collect(upTo: Self.bodyLimit)
            return Answer(status: Int(response.status.code), body: String(buffer: body))
        } catch {
            throw CommandFailure("Cannot reach \(url), \(Self.reason(error)): is the receiver running on that port?")
        }
    }

    private static func reason(_ error: any Error) -> String {
        switch error {
        case let error as HTTPClientError where [.deadlineExceeded, .connectTimeout].contains(error):
            "it does not answer"
        case let error as HTTPClientError: error.shortDescription
        default: "nothing listens there"
        }
    }
}
