import EventStore
import Foundation
import Logging

/// What the log says about a message after the message itself has gone to the store.
struct MessageSummary: Sendable {
    let webhookID: String
    let endpoint: String
    let type: String?
    let handlers: [HandlerID]
    let match: EndpointVerifier.Match

    init(_ message: NewMessage, match: EndpointVerifier.Match) {
        webhookID = message.webhookID
        endpoint = message.endpoint
        type = message.type
        handlers = message.deliveries.map(\.handler)
        self.match = match
    }

    func activity(_ outcome: AppendOutcome, now: Date) -> Activity {
        let kind: Activity.Kind =
            switch outcome {
            case .accepted: .accepted
            case .duplicate: .duplicate
            case .retrying: .retrying
            }
        return Activity(kind, date: now, endpoint: endpoint, webhookID: webhookID, type: type)
    }

    /// One line at level info; a second one, a warning, where the message carries no event type.
    func log(_ sentence: Logger.Message, to logger: Logger) {
        let metadata: Logger.Metadata = [
            "webhook.id": "\(webhookID)",
            "webhook.type": "\(type ?? "-")",
            "endpoint.name": "\(endpoint)",
            "secret.index": "\(match.secretIndex)",
            "secret.rule": "\(match.rule.rawValue)",
            "delivery.count": "\(handlers.count)",
        ]
        logger.info(sentence, metadata: metadata)
        if type == nil {
            logger.warning(
                "Stored a message without an event type; set the endpoint's format to Raw in Polar",
                metadata: metadata
            )
        }
    }
}
