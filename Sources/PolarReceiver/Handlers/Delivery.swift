import EventStore
public import Foundation
public import Logging
import StandardWebhooks

/// One event on its way to one handler, as the handler sees it.
public struct Delivery: Sendable {
    /// The event with its envelope and payload.
    public let event: WebhookEvent

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

    /// When this attempt is cancelled, because it has taken as long as the module's ``HandlerModule/timeout``.
    public let deadline: ContinuousClock.Instant

    /// A logger that carries the ids of this delivery.
    public let logger: Logger

    /// The `webhook-id` of the message: equal for every retry and redelivery by Polar, different for each endpoint.
    public var webhookID: String { event.id }

    /// Where the message comes from; one that Polar did not send has no signature.
    public var origin: MessageOrigin { MessageOrigin(headers) }

    /// The headers that came with the message and were kept: `webhook-timestamp`, `webhook-signature`, `webhook-api-version`,
    /// `content-type` and `user-agent`, as far as there were such.
    ///
    /// They are read anew at each access. The name of each is in lower case.
    public var headers: [MessageHeader] { deferredHeaders.all }

    var deferredHeaders: DeferredHeaders

    /// The body exactly as signed and received.
    public var body: [UInt8] { event.body }

    /// The same text in every attempt of this delivery, `webhook-id/handler-id`: pass it on to whatever must not act twice.
    ///
    /// After `events replay --as-new` it ends in a number that no earlier attempt had. No two deliveries share a key: the parts
    /// can be told apart from the end. An id of more than 256 bytes, as earlier versions took, stands there as its digest.
    public var idempotencyKey: String {
        let handler = handler.rawValue.replacing("%", with: "%25").replacing("/", with: "%2F")
        // A handler called "1" would look like a generation.
        let isNumber = handler.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        let suffix = generation == 0 && !isNumber ? "" : "/\(generation)"
        return "\(idempotencyID)/\(handler)\(suffix)"
    }

    private var idempotencyID: String {
        let isShort = webhookID.utf8.count <= MessageID.byteCountLimit
        if isShort, !webhookID.utf8.starts(with: MessageID.standInPrefix.utf8) { return webhookID }
        // Fails only without memory, and then the id itself is right as well.
        return (try? MessageID.standIn(for: webhookID)) ?? webhookID
    }

    /// Makes a delivery, for tests of handlers.
    public init(
        of event: WebhookEvent,
        to handler: HandlerID,
        endpoint: String = "polar",
        headers: [MessageHeader] = [],
        attempt: Int = 1,
        generation: Int = 0,
        isStale: Bool = false,
        receivedAt: Date = Date(),
        deadline: ContinuousClock.Instant = .now + .seconds(60),
        logger: Logger
    ) {
        self.event = event
        self.handler = handler
        self.endpoint = endpoint
        deferredHeaders = DeferredHeaders(headers)
        self.attempt = attempt
        self.generation = generation
        self.isStale = isStale
        self.receivedAt = receivedAt
        self.deadline = deadline
        self.logger = logger
    }
}
