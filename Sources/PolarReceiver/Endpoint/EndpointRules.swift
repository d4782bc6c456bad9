import HTTPWire
import Logging
import Metrics
import StandardWebhooks

/// By what an endpoint judges a message, and who gets it.
///
/// A request is judged by the rules in force when its body was complete; a reload puts others in their place.
final class EndpointRules: Sendable {
    let verifier: EndpointVerifier
    let registry: HandlerRegistry
    let senders: SenderCheck?

    /// In the order of the verifier's keys.
    private let matches: [Counter]

    init(
        _ endpoint: WebhookEndpoint,
        registry: HandlerRegistry,
        counters: EndpointCounters,
        logger: Logger
    ) throws(KeyError) {
        verifier = try EndpointVerifier(endpoint: endpoint)
        self.registry = registry
        senders = endpoint.senders.map { list in
            SenderCheck(list, endpoint: endpoint.name, strangers: counters.strangers, logger: logger)
        }
        matches = verifier.matches.map(counters.matches)
    }

    /// Whether a refused request may come from the sender, who then counts it as a failure of the endpoint.
    ///
    /// Nothing about such a request is verified. Where the senders' addresses are listed, they decide. Without a list only a
    /// request counts that has an id, a fresh timestamp and a signature, which leaves out stray requests and old captures.
    func mayBeSenders(_ error: VerificationError, from client: ClientAddress) -> Bool {
        senders?.lists(client) ?? (error == .signatureMismatch)
    }

    /// Counts a message that the key at this position has verified.
    func count(_ key: Int) {
        matches[key].increment()
    }
}
