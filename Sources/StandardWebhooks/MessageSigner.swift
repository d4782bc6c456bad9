/// Signs messages as Standard Webhooks specifies.
public struct MessageSigner: Sendable {
    private enum KeyState: Sendable {
        case hmac(HMACState)
        case ed25519(Ed25519State)
    }

    private let key: KeyState

    /// Signs with a shared secret (`v1`).
    ///
    /// - Throws: ``KeyError/unavailable``.
    public init(key: SigningKey) throws(KeyError) {
        self.key = .hmac(try HMACState(key: key))
    }

    /// Signs with a private key (`v1a`).
    ///
    /// - Throws: ``KeyError/unavailable``.
    public init(key: Ed25519PrivateKey) throws(KeyError) {
        self.key = .ed25519(try Ed25519State(privateKey: key))
    }

    /// The value of the `webhook-signature` header for a message; join several with a space while a secret is replaced.
    ///
    /// - Parameters:
    ///   - id: unique for each message, the same when it is sent again.
    ///   - timestamp: the time of this attempt in Unix seconds.
    public func sign(id: String, timestamp: Int64, body: [UInt8]) -> String {
        let id = Array(id.utf8)
        let timestamp = Array("\(timestamp)".utf8)
        switch key {
        case .hmac(let state):
            let code = [UInt8](unsafeUninitializedCapacity: HMACState.digestByteCount) { buffer, count in
                guard let start = buffer.baseAddress else { return }
                let isDone = state.authenticate(
                    id: id.span.bytes,
                    timestamp: timestamp.span.bytes,
                    body: body.span.bytes,
                    into: start
                )
                count = isDone ? HMACState.digestByteCount : 0
            }
            return "v1,\(Base64.encode(code))"
        case .ed25519(let state):
            let content = SignedContent.join(
                id: id.span.bytes,
                timestamp: timestamp.span.bytes,
                body: body.span.bytes
            )
            return "v1a,\(Base64.encode(state.sign(content)))"
        }
    }

    /// The three headers of a message, ready to send.
    public func headers(id: String, timestamp: Int64, body: [UInt8]) -> [(name: String, value: String)] {
        [
            (HeaderName.id, id),
            (HeaderName.timestamp, "\(timestamp)"),
            (HeaderName.signature, sign(id: id, timestamp: timestamp, body: body)),
        ]
    }
}
