import StandardWebhooks
import Testing

@testable import enum StandardWebhooks.Base64

/// What a verifier is asked in one case of the table.
struct TableMessage {
    let secrets: [String]
    var keys: [SigningKey]
    var headers: [(name: String, value: String)]
    let body: [UInt8]
    let now: Int64

    init(_ line: TableCase) throws {
        secrets = line.secrets
        keys = line.secrets.flatMap(Self.keys)
        headers = try line.headers.map { pair in
            try #require(pair.count == 2)
            return (pair[0], pair[1])
        }
        body = try #require(line.text.map { Array($0.utf8) } ?? line.base64.flatMap { Base64.decode($0) })
        now = line.now
    }

    /// Whether our verifier accepts the message.
    var isAccepted: Bool {
        // Without a key there is no verifier, and nothing to accept.
        guard let verifier = try? MessageVerifier(keys: keys.map { .hmacSHA256($0) }) else { return false }
        do {
            _ = try verifier.verify(headers: headers, body: body, now: now)
            return true
        } catch {
            return false
        }
    }

    /// Polar's two rules: the text as it is, and what it stands for as base64.
    private static func keys(of secret: String) -> [SigningKey] {
        [try? SigningKey(utf8: secret), try? SigningKey(base64: secret)].compactMap(\.self)
    }
}
