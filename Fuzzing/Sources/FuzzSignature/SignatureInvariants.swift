import FuzzSupport
import StandardWebhooks

/// What holds for the verification of any message.
struct SignatureInvariants {
    private static let now: Int64 = 1_795_428_000
    private static let tolerance: Int64 = 300
    private static let entryLimit = 16

    private let message: FuzzedMessage
    private let verifier: MessageVerifier
    /// A number from 0 to 15 for each input.
    private let anyPosition: Int

    init(_ input: [UInt8], keys: SignatureKeys) {
        message = FuzzedMessage(input, signers: keys.signers)
        verifier = keys.verifier
        var numbers = Numbers(seed: input)
        anyPosition = numbers.next(below: Self.entryLimit)
    }

    /// Checks all of them.
    func check() throws(BrokenInvariant) {
        let expected = expectedOutcome(message.signature)
        try require(verify(message.signature) == expected, "a message is judged wrongly, rightly \(expected)")
        try checkInserted()
        try checkTexts()
    }

    private func verify(_ signature: [UInt8]) -> Result<Int, VerificationError> {
        Result { () throws(VerificationError) in
            try verifier.verify(
                id: message.id.span.bytes,
                timestamp: message.timestamp.span.bytes,
                signature: signature.span.bytes,
                body: message.body.span.bytes,
                now: Self.now
            )
        }
    }

    /// A right signature counts, whatever stands beside it.
    private func checkInserted() throws(BrokenInvariant) {
        for (index, text) in message.rightTexts.enumerated() {
            var entries = message.signature.split(separator: UInt8(ascii: " "))
            entries.insert(Array("v1,\(text)".utf8)[...], at: min(anyPosition, entries.count))
            let signature = Array(entries.joined(separator: [UInt8(ascii: " ")]))
            let outcome = verify(signature)
            try require(outcome == expectedOutcome(signature), "a message with a right signature is judged wrongly")
            if refusal(signature: signature) == nil {
                try require((try? outcome.get()).map { $0 <= index } == true, "a right signature does not count")
            }
        }
    }

    /// The headers as texts mean the same as their bytes.
    private func checkTexts() throws(BrokenInvariant) {
        let values = [message.id, message.timestamp, message.signature].map { String(validating: $0, as: UTF8.self) }
        let headers = zip(["Webhook-Id", "webhook-timestamp", "WEBHOOK-SIGNATURE"], values.compactMap(\.self))
        guard !values.contains(nil) else { return }
        let outcome = Result { () throws(VerificationError) in
            try verifier.verify(headers: headers.map { (name: $0, value: $1) }, body: message.body, now: Self.now)
        }
        try require(outcome == verify(message.signature), "a message with headers as texts is judged otherwise")
    }

    // MARK: What is right

    private func expectedOutcome(_ signature: [UInt8]) -> Result<Int, VerificationError> {
        if let refusal = refusal(signature: signature) { return .failure(refusal) }
        let entries = signature.split(separator: UInt8(ascii: " ")).prefix(Self.entryLimit)
        let texts = Set(entries.map { String(decoding: $0, as: UTF8.self) })
        let match = message.rightTexts.firstIndex { texts.contains("v1,\($0)") }
        return match.map { .success($0) } ?? .failure(.signatureMismatch)
    }

    /// Why the message is refused before anybody looks at the signatures.
    private func refusal(signature: [UInt8]) -> VerificationError? {
        if message.id.isEmpty { return .missingHeader("webhook-id") }
        if message.timestamp.isEmpty { return .missingHeader("webhook-timestamp") }
        if signature.isEmpty { return .missingHeader("webhook-signature") }
        let isPlain = message.id.allSatisfy { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: ".") }
        guard isPlain, message.id.count <= 256 else { return .malformedHeader("webhook-id") }
        guard message.timestamp.allSatisfy({ (48...57).contains($0) }),
            let seconds = Int64(String(decoding: message.timestamp, as: UTF8.self))
        else { return .malformedTimestamp }
        // Neither is negative, so nothing overflows.
        let skew = seconds - Self.now
        if skew > Self.tolerance { return .timestampTooNew(skewSeconds: skew) }
        return skew < -Self.tolerance ? .timestampTooOld(skewSeconds: -skew) : nil
    }
}
