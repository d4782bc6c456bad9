import FlyingFox
import FlyingSocks
import Foundation
import Peer

/// FlyingFox with one route.
@main struct FlyingFoxServer {
    static func main() async throws {
        let options = PeerOptions()
        guard let port = UInt16(exactly: options.port) else { exit(64) }
        let server = HTTPServer(address: try .inet(ip4: "127.0.0.1", port: port), logger: .disabled)
        await server.appendRoute("POST /webhooks/polar") { try await respond(to: $0, check: options.check) }
        try await server.run()
    }

    private static func respond(to request: HTTPRequest, check: SignatureCheck?) async throws -> HTTPResponse {
        let body = try await request.bodyData
        let isAccepted = check.map { accepts(request, body, $0) } ?? true
        return HTTPResponse(
            statusCode: isAccepted ? .accepted : .forbidden,
            headers: [.contentType: "application/json"],
            body: Data((isAccepted ? PeerAnswer.accepted : PeerAnswer.refused).utf8)
        )
    }

    private static func accepts(_ request: HTTPRequest, _ body: Data, _ check: SignatureCheck) -> Bool {
        check.accepts(
            id: request.headers[HTTPHeader("webhook-id")],
            timestamp: request.headers[HTTPHeader("webhook-timestamp")],
            signature: request.headers[HTTPHeader("webhook-signature")],
            body: body
        )
    }
}
