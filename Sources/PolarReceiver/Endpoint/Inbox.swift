import EventStore
import HTTPServer
import HTTPWire
import Logging
import StandardWebhooks
import Synchronization

/// The door to the store: appends verified messages, answers for them, and says so in log and metrics.
final class Inbox: Sendable {
    private static let unhandledTypeLimit = 200

    let clock: any WallClock
    let duplicates: DuplicateRule
    let longBodies = LongBodies()
    private let store: any EventStore
    private let dispatcher: Dispatcher
    private let activity: [String: EndpointActivity]
    private let feed: ActivityFeed
    private let metrics: ReceiverMetrics
    private let probe: StoreProbe
    private let requests: RequestMetrics
    let logger: Logger
    // One for each kind of trouble, so that a flood of bad signatures hides no full disk.
    private let refusals = RateLimitedLog()
    private let failures = RateLimitedLog()
    /// By event type, so that a flood of one hides no other.
    private let unhandled = Mutex<[String: RateLimitedLog]>([:])
    private let open = Atomic(true)

    init(
        dispatcher: Dispatcher,
        activity: [String: EndpointActivity],
        duplicates: DuplicateRule,
        context: DispatchContext,
        probe: StoreProbe,
        requests: RequestMetrics
    ) {
        self.dispatcher = dispatcher
        self.duplicates = duplicates
        self.activity = activity
        feed = context.feed
        store = context.store
        clock = context.clock
        metrics = context.metrics
        logger = context.logger
        self.probe = probe
        self.requests = requests
    }

    /// False once the receiver drains.
    var isOpen: Bool { open.load(ordering: .relaxed) }

    /// Refuses every message from now on, so that Polar sends it again later.
    func close() {
        open.store(false, ordering: .relaxed)
    }

    /// Stores a message and answers once that is durable.
    ///
    /// - Parameter start: when the whole request was there.
    func append(
        _ message: NewMessage,
        verifiedBy match: EndpointVerifier.Match,
        exchange: Exchange,
        since start: ContinuousClock.Instant
    ) {
        let summary = MessageSummary(message, match: match)
        let appendStart = ContinuousClock.now
        store.append(message) { [self] result in
            let end = ContinuousClock.now
            metrics.note(.append, since: appendStart, until: end)
            probe.note(result, at: end)
            exchange.reply(response(to: result, summary: summary, since: start))
        }
    }

    /// Stores a message that was asked for.
    func append(_ message: NewMessage, origin: MessageOrigin) async throws(StoreError) -> AppendOutcome {
        let start = ContinuousClock.now
        defer { metrics.note(.append, since: start) }
        let outcome = try await store.append(message)
        switch outcome {
        case .accepted: note(recovered: message, origin)
        case .retrying(let handlers): dispatcher.wake(handlers)
        case .duplicate: break
        }
        return outcome
    }

    private func note(recovered message: NewMessage, _ origin: MessageOrigin) {
        let (endpoint, id, handlers) = (message.endpoint, message.webhookID, message.deliveries.map(\.handler))
        metrics.countEvent(type: message.type)
        dispatcher.wake(handlers)
        feed.publish(
            Activity(.recovered, date: clock.now, endpoint: endpoint, webhookID: id, type: message.type)
        )
        logger.notice(
            "Recovered a message",
            metadata: [
                "webhook.id": "\(id)", "webhook.type": "\(message.type ?? "-")", "endpoint.name": "\(endpoint)",
                "message.origin": "\(origin.rawValue)", "delivery.count": "\(handlers.count)",
            ]
        )
    }

    /// The answer to a message that does not verify.
    ///
    /// - Parameters:
    ///   - id: the id that it claims.
    ///   - mayBeSenders: whether it may come from the sender, who then counts it as a failure.
    func refuse(
        _ error: VerificationError,
        endpoint: String,
        id: String?,
        mayBeSenders: Bool,
        client: ClientAddress,
        since start: ContinuousClock.Instant
    ) -> Response {
        metrics.countRejection(code: error.code)
        note(refused: id, isFailure: mayBeSenders, at: endpoint, type: nil, reason: error.code)
        refusals.log(logger, .warning, "Refused a message that does not verify") {
            var metadata: Logger.Metadata = [
                "error.type": "\(error.code)", "endpoint.name": "\(endpoint)", "client.address": "\(client)",
            ]
            if let skew = error.skewSeconds { metadata["webhook.skew_seconds"] = "\(skew)" }
            return metadata
        }
        return counted(.refused(error), since: start)
    }

    /// The answer to a signed message from an address that nobody expects.
    func refuseSender(endpoint: String, id: String, since start: ContinuousClock.Instant) -> Response {
        metrics.countRejection(code: Response.unlistedSender)
        note(refused: id, isFailure: true, at: endpoint, type: nil, reason: Response.unlistedSender)
        return counted(.refusedSender, since: start)
    }

    /// The answer while nothing can be stored.
    func refuseUnavailable(since start: ContinuousClock.Instant) -> Response {
        metrics.count(.unavailable)
        return counted(.unavailable, since: start)
    }

    private func response(
        to result: Result<AppendOutcome, StoreError>,
        summary: MessageSummary,
        since start: ContinuousClock.Instant
    ) -> Response {
        note(result, summary)
        switch result {
        case .success(.accepted):
            metrics.count(.accepted)
            metrics.countEvent(type: summary.type)
            dispatcher.wake(summary.handlers)
            summary.log("Accepted message", to: logger)
            if summary.handlers.isEmpty { noteUnhandled(summary) }
            return counted(.accepted, since: start)
        case .success(.duplicate):
            metrics.count(.duplicate)
            summary.log("Accepted a message again, nothing to do", to: logger)
            return counted(.duplicate, since: start)
        case .success(.retrying(let handlers)):
            metrics.count(.retrying)
            dispatcher.wake(handlers)
            summary.log("Accepted a message again, its dead letters run again", to: logger)
            return counted(.retrying(handlers), since: start)
        case .failure(let error):
            failures.log(logger, .error, "Cannot store messages, the sender will try again") {
                ["error.message": "\(error)", "error.type": "\(error.code)"]
            }
            return refuseUnavailable(since: start)
        }
    }

    private func note(_ result: Result<AppendOutcome, StoreError>, _ summary: MessageSummary) {
        guard let outcome = try? result.get() else {
            return note(
                refused: summary.webhookID,
                isFailure: true,
                at: summary.endpoint,
                type: summary.type,
                reason: "unavailable"
            )
        }
        activity[summary.endpoint]?.accepted(at: clock.now, secret: summary.match.secretIndex)
        feed.publish(summary.activity(outcome, now: clock.now))
    }

    /// - Parameter isFailure: whether the sender may count it as a failure of the endpoint.
    private func note(refused id: String?, isFailure: Bool, at endpoint: String, type: String?, reason: String) {
        activity[endpoint]?.refused(id: isFailure ? id : nil, reason: reason)
        feed.publish(
            Activity(.refused, date: clock.now, endpoint: endpoint, webhookID: id, type: type, reason: reason)
        )
    }

    /// Says that an event is for no handler: it is stored, but perhaps a module forgot to register for it.
    private func noteUnhandled(_ summary: MessageSummary) {
        metrics.countUnhandled(type: summary.type)
        let log = unhandledLog(for: summary.type ?? "")
        log.log(logger, .warning, "No handler is registered for the event, it is only stored") {
            ["webhook.id": "\(summary.webhookID)", "webhook.type": "\(summary.type ?? "-")"]
        }
    }

    /// The log for a type; the types beyond a number share one, because a sender can make up any.
    private func unhandledLog(for type: String) -> RateLimitedLog {
        unhandled.withLock { logs in
            let key = logs[type] == nil && logs.count >= Self.unhandledTypeLimit ? "" : type
            if let log = logs[key] { return log }
            let log = RateLimitedLog()
            logs[key] = log
            return log
        }
    }

    private func counted(_ response: Response, since start: ContinuousClock.Instant) -> Response {
        requests.count(messageSince: start, status: response.status)
        return response
    }
}
