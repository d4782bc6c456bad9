import Foundation
import PolarReceiverTesting
import StandardWebhooks

/// Makes requests that differ in their id and in the customer that they are about.
enum SignedRequests {
    static let secret = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="

    /// So many requests, ready to send within the next minutes.
    static func make(count: Int) throws -> [[UInt8]] {
        let signer = try MessageSigner(key: SigningKey(base64: secret))
        guard let sample = SampleEvent(type: "order.paid") else { throw BenchmarkError("There is no sample.") }
        let body = String(decoding: sample.body, as: UTF8.self)
        guard let customer = body.firstMatch(of: /"customer_id":"([^"]+)"/)?.1 else {
            throw BenchmarkError("The sample has no customer.")
        }
        return try (0..<count).map { _ in
            try request(body: body.replacing(customer, with: UUID().uuidString.lowercased()), signer)
        }
    }

    private static func request(body: String, _ signer: MessageSigner) throws -> [UInt8] {
        let bytes = Array(body.utf8)
        let timestamp = Int64(Date().timeIntervalSince1970)
        let headers = try signer.headers(id: "msg_\(UUID().uuidString)", timestamp: timestamp, body: bytes)
        let lines = headers.map { "\($0.name): \($0.value)\r\n" }.joined()
        let head = "POST /webhooks/polar HTTP/1.1\r\nHost: localhost\r\nContent-Length: \(bytes.count)\r\n\(lines)\r\n"
        return Array(head.utf8) + bytes
    }
}
