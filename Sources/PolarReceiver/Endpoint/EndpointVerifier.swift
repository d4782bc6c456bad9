package import StandardWebhooks

/// Verifies messages of one endpoint and says which of its secrets matched, by which rule.
package struct EndpointVerifier: Sendable {
    /// The secret that matched.
    package struct Match: Hashable, Sendable {
        /// The position of the secret in the endpoint's list, from 0.
        package let secretIndex: Int

        /// How the secret became the key.
        package let rule: KeyRule
    }

    /// In the order of the verifier's keys.
    package let matches: [Match]
    private let verifier: MessageVerifier

    /// Prepares the keys of the endpoint's secrets.
    package init(endpoint: WebhookEndpoint) throws(KeyError) {
        // Each key costs a code for every message, so a key that two secrets share is tried once.
        var candidates: [(match: Match, key: VerificationKey)] = []
        for (index, secret) in endpoint.secrets.enumerated() {
            for (rule, key) in secret.keys where !candidates.contains(where: { $0.key.isSame(as: key) }) {
                candidates.append((Match(secretIndex: index, rule: rule), key))
            }
        }
        matches = candidates.map(\.match)
        verifier = try MessageVerifier(keys: candidates.map(\.key), tolerance: endpoint.tolerance)
    }

    /// Throws the reason to refuse a message with any body.
    func checkHeaders(
        id: RawSpan,
        timestamp: RawSpan,
        signature: RawSpan,
        now: Int64
    ) throws(VerificationError) {
        try verifier.checkHeaders(id: id, timestamp: timestamp, signature: signature, now: now)
    }

    /// Verifies one message; returns the position in ``matches``.
    package func verify(
        id: RawSpan,
        timestamp: RawSpan,
        signature: RawSpan,
        body: RawSpan,
        now: Int64
    ) throws(VerificationError) -> Int {
        try verifier.verify(id: id, timestamp: timestamp, signature: signature, body: body, now: now)
    }
}
