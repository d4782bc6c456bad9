import EventStore
import Logging

extension Delivery {
    /// A claimed delivery as its handler sees it; the logger carries its ids.
    init(_ claimed: ClaimedDelivery, logger: Logger) {
        var logger = logger
        logger[metadataKey: "webhook.id"] = "\(claimed.message.webhookID)"
        logger[metadataKey: "webhook.type"] = "\(claimed.message.type ?? "-")"
        logger[metadataKey: "delivery.attempt"] = "\(claimed.attempt)"
        self.init(
            webhookID: claimed.message.webhookID,
            handler: claimed.handler,
            endpoint: claimed.message.endpoint,
            attempt: claimed.attempt,
            generation: claimed.generation,
            isStale: claimed.isStale,
            receivedAt: claimed.message.receivedAt,
            body: claimed.message.body,
            logger: logger
        )
    }
}
