import HTTPTypes
import Hummingbird
import NIOCore
import Peer

/// Hummingbird with a router and one route.
@main struct HummingbirdServer {
    static func main() async throws {
        let options = PeerOptions()
        let router = Router()
        router.post("webhooks/polar") { request, _ in try await respond(to: request, check: options.check) }
        let address = BindAddress.hostname("127.0.0.1", port: options.port)
        let application = Application(router: router, configuration: .init(address: address, backlog: 4096))
        try await application.runService()
    }

    private static func respond(to request: Request, check: SignatureCheck?) async throws -> Response {
        let body = try await request.body.collect(upTo: 5 << 20)
        let isAccepted = check.map { accepts(request, body, $0) } ?? true
        let text = isAccepted ? PeerAnswer.accepted : PeerAnswer.refused
        return Response(
            status: isAccepted ? .accepted : .forbidden,
            headers: [.contentType: "application/json"],
            body: .init(byteBuffer: ByteBuffer(string: text))
        )
    }

    private static func accepts(_ request: Request, _ body: ByteBuffer, _ check: SignatureCheck) -> Bool {
        body.withUnsafeReadableBytes { bytes in
            check.accepts(
                id: header("webhook-id", of: request),
                timestamp: header("webhook-timestamp", of: request),
                signature: header("webhook-signature", of: request),
                body: bytes
            )
        }
    }

    private static func header(_ name: String, of request: Request) -> String? {
        HTTPField.Name(name).flatMap { request.headers[$0] }
    }
}
