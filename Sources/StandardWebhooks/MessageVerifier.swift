/// Verifies signed messages as Standard Webhooks specifies, with any number of keys.
///
/// One verifier serves any number of threads. It decodes and prepares its keys once; a message is neither copied nor
/// joined with its headers for `v1` signatures.
public struct MessageVerifier: Sendable {
    private enum KeyState: Sendable {
        case hmac(HMACState)
        case ed25519(Ed25519State)
    }

    /// How far the sender's clock may be off, either way, in seconds.
    private let toleranceSeconds: Int64
    private let keys: [KeyState]
    private let hasPublicKey: Bool

    /// Prepares the keys.
    ///
    /// - Parameters:
    ///   - keys: the keys to try, in the order that ``verify(id:timestamp:signature:body:now:)`` counts them.
    ///   - tolerance: how far the timestamp may be from now, either way; whole seconds count.
    /// - Throws: ``KeyError/noKeys`` or ``KeyError/unavailable``.
    public init(keys: [VerificationKey], tolerance: Duration = .seconds(300)) throws(KeyError) {
        guard !keys.isEmpty else { throw .noKeys }
        var states: [KeyState] = []
        for key in keys {
            switch key {
            case .hmacSHA256(let key): states.append(.hmac(try HMACState(key: key)))
            case .ed25519(let key): states.append(.ed25519(try Ed25519State(publicKey: key)))
            }
        }
        self.keys = states
        hasPublicKey = states.contains { if case .ed25519 = $0 { true } else { false } }
        toleranceSeconds = max(0, tolerance.components.seconds)
    }

    /// Verifies a message by its header values and body, byte for byte as received.
    ///
    /// Every key is tried even after one has matched, so that the time says nothing about which. The work is bounded: one
    /// HMAC for each shared secret, and at most four `v1a` signatures for each public key.
    ///
    /// - Parameter now: the current time in Unix seconds.
    /// - Returns: the position of the first key that matches.
    /// - Throws: ``VerificationError``; id and timestamp are judged before the signature.
    public func verify(
        id: RawSpan,
        timestamp: RawSpan,
        signature: RawSpan,
        body: RawSpan,
        now: Int64
    ) throws(VerificationError) -> Int {
        try checkHeaders(id: id, timestamp: timestamp, signature: signature, now: now)
        guard let match = firstMatch(id: id, timestamp: timestamp, signature: signature, body: body) else {
            throw .signatureMismatch
        }
        return match
    }

    /// Checks the part of a message that does not depend on its body, so that a receiver can refuse the message before it
    /// reads the body; ``verify(id:timestamp:signature:body:now:)`` checks it again.
    ///
    /// - Parameter now: the current time in Unix seconds.
    /// - Throws: ``VerificationError``, but never ``VerificationError/signatureMismatch``.
    public func checkHeaders(
        id: RawSpan,
        timestamp: RawSpan,
        signature: RawSpan,
        now: Int64
    ) throws(VerificationError) {
        guard !id.isEmpty else { throw .missingHeader(HeaderName.id) }
        guard !timestamp.isEmpty else { throw .missingHeader(HeaderName.timestamp) }
        guard !signature.isEmpty else { throw .missingHeader(HeaderName.signature) }
        guard MessageID.isValid(id) else { throw .malformedHeader(HeaderName.id) }
        try checkTimestamp(timestamp, now: now)
    }

    /// Verifies a message by all its headers, names in any case, and its body.
    ///
    /// - Parameter now: the current time in Unix seconds.
    /// - Returns: the position of the first key that matches.
    /// - Throws: ``VerificationError``.
    public func verify(
        headers: some Sequence<(name: String, value: String)>,
        body: [UInt8],
        now: Int64
    ) throws(VerificationError) -> Int {
        let values = try HeaderValues(headers)
        return try verify(
            id: values.id.span.bytes,
            timestamp: values.timestamp.span.bytes,
            signature: values.signature.span.bytes,
            body: body.span.bytes,
            now: now
        )
    }

    private func checkTimestamp(_ text: RawSpan, now: Int64) throws(VerificationError) {
        guard let timestamp = Self.seconds(text) else { throw .malformedTimestamp }
        let (skew, overflow) = timestamp.subtractingReportingOverflow(now)
        // The timestamp is never negative, so the difference can only overflow upwards.
        if overflow || skew > toleranceSeconds { throw .timestampTooNew(skewSeconds: overflow ? .max : skew) }
        if skew < -toleranceSeconds { throw .timestampTooOld(skewSeconds: -skew) }
    }

    /// Digits only: no sign, no fraction, no white space, no overflow.
    private static func seconds(_ text: RawSpan) -> Int64? {
        var value: Int64 = 0
        for offset in 0..<text.byteCount {
            let character = text.byte(at: offset)
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(character) else { return nil }
            let (product, tooBig) = value.multipliedReportingOverflow(by: 10)
            let (sum, overflow) = product.addingReportingOverflow(Int64(character - UInt8(ascii: "0")))
            guard !tooBig, !overflow else { return nil }
            value = sum
        }
        return value
    }

    /// The position of the first key that fits; nil as well when OpenSSL has no memory to say so.
    private func firstMatch(id: RawSpan, timestamp: RawSpan, signature: RawSpan, body: RawSpan) -> Int? {
        guard let context = DigestContext() else { return nil }
        return SignatureList.withEntries(of: signature) { list in
            // Ed25519 needs the message in one piece; it is made only where something is to be verified.
            let needsMessage = hasPublicKey && !list.signatures.isEmpty
            let message = needsMessage ? SignedContent.join(id: id, timestamp: timestamp, body: body) : []
            var match: Int?
            for index in keys.indices {
                let fits =
                    switch keys[index] {
                    // Without an entry that could fit, no code is computed.
                    case .hmac(let state):
                        !list.codes.isEmpty
                            && state.fits(list.codes, id: id, timestamp: timestamp, body: body, using: context)
                    case .ed25519(let state): state.fits(list.signatures, of: message)
                    }
                if fits, match == nil { match = index }
            }
            return match
        }
    }
}
