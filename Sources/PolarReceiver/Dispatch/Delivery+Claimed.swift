import EventStore
import Logging
import PolarEvents

extension Delivery {
    /// A claimed delivery as its handler sees it; decodes the event.
    init(_ claimed: ClaimedDelivery, deadline: ContinuousClock.Instant, logger: Logger) {
        self.init(
            of: WebhookEvent(id: claimed.message.webhookID, body: claimed.message.body),
            to: claimed.handler,
            endpoint: claimed.message.endpoint,
            attempt: claimed.attempt,
            generation: claimed.generation,
            isStale: claimed.isStale,
            receivedAt: claimed.message.receivedAt,
            deadline: deadline,
            logger: logger
        )
        deferredHeaders = claimed.message.headers
    }
}

extension ClaimedDelivery {
    /// A logger that carries the ids of the delivery.
    func logger(_ logger: Logger) -> Logger {
        var logger = logger
        logger[metadataKey: "webhook.id"] = "\(message.webhookID)"
        logger[metadataKey: "webhook.type"] = "\(message.type ?? "-")"
        logger[metadataKey: "delivery.attempt"] = "\(attempt)"
        return logger
    }
}
