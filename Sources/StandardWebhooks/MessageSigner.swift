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
    ///   - id: unique for each message, the same when it is sent again; see ``MessageID`` for its form.
    ///   - timestamp: the time of this attempt in Unix seconds.
    /// - Throws: ``SigningError``.
    public func sign(id: String, timestamp: Int64, body: [UInt8]) throws(SigningError) -> String {
        guard MessageID.isValid(id) else { throw .malformedID }
        let id = Array(id.utf8)
        let timestamp = Array("\(timestamp)".utf8)
        guard let entry = entry(id: id.span.bytes, timestamp: timestamp.span.bytes, body: body.span.bytes) else {
            throw .unavailable
        }
        return "\(entry.version),\(Base64.encode(entry.signature))"
    }

    /// The three headers of a message, ready to send.
    ///
    /// - Throws: ``SigningError``.
    public func headers(
        id: String,
        timestamp: Int64,
        body: [UInt8]
    ) throws(SigningError) -> [(name: String, value: String)] {
        [
            (HeaderName.id, id),
            (HeaderName.timestamp, "\(timestamp)"),
            (HeaderName.signature, try sign(id: id, timestamp: timestamp, body: body)),
        ]
    }

    private func entry(id: RawSpan, timestamp: RawSpan, body: RawSpan) -> (version: String, signature: [UInt8])? {
        switch key {
        case .hmac(let state):
            state.code(id: id, timestamp: timestamp, body: body).map { ("v1", $0) }
        case .ed25519(let state):
            state.signature(of: SignedContent.join(id: id, timestamp: timestamp, body: body)).map { ("v1a", $0) }
        }
    }
}
