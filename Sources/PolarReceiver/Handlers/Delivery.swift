public import Foundation
public import Logging

/// One event on its way to one handler, as the handler sees it.
public struct Delivery: Sendable {
    /// The `webhook-id` of the message: equal for every retry and redelivery by Polar, different for each endpoint.
    public let webhookID: String

    /// The handler it is for.
    public let handler: HandlerID

    /// The name of the receiver's endpoint that got the message.
    public let endpoint: String

    /// This run of the delivery, counted from 1.
    public let attempt: Int

    /// How often an operator had it run again as a new one (`events replay --as-new`).
    public let generation: Int

    /// Whether a newer event of the same family about the same subject was handled already.
    ///
    /// Known only where the module's ``HandlerModule/staleEvents`` asks for it.
    public let isStale: Bool

    /// When the receiver accepted the message.
    public let receivedAt: Date

    /// The body exactly as signed and received.
    public let body: [UInt8]

    /// A logger that carries the ids of this delivery.
    public let logger: Logger

    /// The same text in every attempt of this delivery, `webhook-id/handler-id`: pass it on to whatever must not act twice.
    ///
    /// After `events replay --as-new` it ends in a number that no earlier attempt had.
    public var idempotencyKey: String {
        generation == 0 ? "\(webhookID)/\(handler)" : "\(webhookID)/\(handler)/\(generation)"
    }

    /// Makes a delivery, for tests of handlers.
    public init(
        webhookID: String,
        handler: HandlerID,
        endpoint: String = "polar",
        attempt: Int = 1,
        generation: Int = 0,
        isStale: Bool = false,
        receivedAt: Date = Date(),
        body: [UInt8] = [],
        logger: Logger
    ) {
        self.webhookID = webhookID
        self.handler = handler
        self.endpoint = endpoint
        self.attempt = attempt
        self.generation = generation
        self.isStale = isStale
        self.receivedAt = receivedAt
        self.body = body
        self.logger = logger
    }
}
