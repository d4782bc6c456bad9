import Crypto
public import Foundation

/// Verifies messages of Standard Webhooks with swift-crypto, as users of these libraries would write it.
public struct SignatureCheck: Sendable {
    private static let tolerance: Int64 = 300

    private let key: SymmetricKey

    /// Takes the bytes of a secret as the key.
    public init(secret: String) {
        key = SymmetricKey(data: Data(secret.utf8))
    }

    /// Whether the headers are there, the message is of these minutes, and one of its signatures is right.
    public func accepts(id: String?, timestamp: String?, signature: String?, body: some DataProtocol) -> Bool {
        guard let id, let timestamp, let signature, isCurrent(timestamp) else { return false }
        var code = HMAC<SHA256>(key: key)
        code.update(data: Data("\(id).\(timestamp).".utf8))
        code.update(data: body)
        let expected = code.finalize()
        // swift-crypto compares in constant time.
        return signature.split(separator: " ").contains { entry in digest(of: entry).map { expected == $0 } ?? false }
    }

    private func digest(of entry: Substring) -> Data? {
        entry.hasPrefix("v1,") ? Data(base64Encoded: String(entry.dropFirst(3))) : nil
    }

    private func isCurrent(_ timestamp: String) -> Bool {
        guard let seconds = Int64(timestamp) else { return false }
        let (skew, overflow) = Int64(Date().timeIntervalSince1970).subtractingReportingOverflow(seconds)
        return !overflow && skew.magnitude <= Self.tolerance
    }
}
