import Foundation
import HTTPServer
import HTTPWire
import PolarReceiver
import StandardWebhooks

/// Accepts messages whose signature is right, as an endpoint does before it stores them.
struct VerifyingResponder: Responder {
    private static let accepted = Response.json(202, #"{"result":"accepted"}"#)
    private static let refused = Response.json(403, #"{"error":"refused"}"#)

    private let verifier: EndpointVerifier

    init(endpoint: WebhookEndpoint) throws {
        verifier = try EndpointVerifier(endpoint: endpoint)
    }

    func respond(
        to head: borrowing RequestHead,
        bytes: RawSpan,
        body: RawSpan,
        client: ClientAddress,
        exchange: Exchange
    ) -> Answer {
        guard case .single(let id) = head.field("webhook-id", in: bytes),
            case .single(let timestamp) = head.field("webhook-timestamp", in: bytes),
            case .single(let signature) = head.field("webhook-signature", in: bytes)
        else { return .now(Self.refused) }
        do throws(VerificationError) {
            _ = try verifier.verify(
                id: bytes.extracting(id),
                timestamp: bytes.extracting(timestamp),
                signature: bytes.extracting(signature),
                body: body,
                now: Int64(Date().timeIntervalSince1970)
            )
            return .now(Self.accepted)
        } catch {
            return .now(Self.refused)
        }
    }
}
