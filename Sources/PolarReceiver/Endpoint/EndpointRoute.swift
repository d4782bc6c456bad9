import EventStore
import Foundation
import HTTPServer
import HTTPWire
import Logging
import StandardWebhooks
import Synchronization

/// Takes one endpoint's messages from the bytes to the inbox: verify, read the envelope, append, answer.
final class EndpointRoute: Sendable {
    /// The fields besides the three signed ones that are stored with a message.
    private static let keptFields: [StaticString] = [
        "webhook-timestamp", "webhook-signature", "webhook-api-version", "content-type", "user-agent",
        "x-polar-triggered", "traceparent",
    ]

    let path: RoutePath
    let name: String

    /// The handlers that get its events; nil for all.
    private let handlers: Set<HandlerID>?
    private let inbox: Inbox
    private let counters: EndpointCounters
    private let rules: Mutex<EndpointRules>

    init(endpoint: WebhookEndpoint, registry: HandlerRegistry, inbox: Inbox) throws(KeyError) {
        name = endpoint.name
        path = RoutePath(endpoint.path)
        handlers = endpoint.handlers
        self.inbox = inbox
        let counters = EndpointCounters(endpoint: endpoint.name)
        self.counters = counters
        let own = registry.limited(to: endpoint.handlers)
        rules = Mutex(try EndpointRules(endpoint, registry: own, counters: counters, logger: inbox.logger))
    }

    /// Makes other rules for the same path and the same handlers.
    func rules(_ endpoint: WebhookEndpoint, registry: HandlerRegistry) throws(KeyError) -> EndpointRules {
        let own = registry.limited(to: handlers)
        return try EndpointRules(endpoint, registry: own, counters: counters, logger: inbox.logger)
    }

    /// Judges by these rules from now on.
    func use(_ rules: EndpointRules) {
        self.rules.withLock { $0 = rules }
    }

    /// The answer to a `POST` whose body is not worth reading; nil to read it.
    ///
    /// ``receive(_:bytes:body:client:exchange:)`` judges the head again: many messages come whole and are not asked about.
    func refusal(of head: borrowing RequestHead, bytes: RawSpan, client: ClientAddress) -> Response? {
        let start = ContinuousClock.now
        guard inbox.isOpen else { return inbox.refuseUnavailable(since: start) }
        let rules = rules.withLock { $0 }
        do throws(VerificationError) {
            let headers = try SignatureHeaders(head, bytes: bytes)
            try rules.verifier.checkHeaders(
                id: bytes.extracting(headers.id),
                timestamp: bytes.extracting(headers.timestamp),
                signature: bytes.extracting(headers.signature),
                now: inbox.clock.now.unixSeconds
            )
            return nil
        } catch {
            return refuse(error, head, bytes, by: rules, client: client, since: start)
        }
    }

    /// Answers one `POST`; a message that verifies is answered once it is stored.
    func receive(
        _ head: borrowing RequestHead,
        bytes: RawSpan,
        body: RawSpan,
        client: ClientAddress,
        exchange: Exchange
    ) -> Answer {
        let start = ContinuousClock.now
        guard body.byteCount > LongBodies.threshold else {
            return judge(head, bytes: bytes, body: body, client: client, exchange: exchange, since: start)
        }
        let (ownHead, ownBytes, ownBody) = (copy head, bytes.copied(), body.copied())
        let isTaken = inbox.longBodies.perform(ownBody.count) { [self] in
            let answer = judge(
                ownHead,
                bytes: ownBytes.span.bytes,
                body: ownBody.span.bytes,
                client: client,
                exchange: exchange,
                since: start
            )
            if case .now(let response) = answer { exchange.reply(response) }
        }
        return isTaken ? .later : .now(inbox.refuseUnavailable(since: start))
    }

    private func judge(
        _ head: borrowing RequestHead,
        bytes: RawSpan,
        body: RawSpan,
        client: ClientAddress,
        exchange: Exchange,
        since start: ContinuousClock.Instant
    ) -> Answer {
        guard inbox.isOpen else { return .now(inbox.refuseUnavailable(since: start)) }
        let now = inbox.clock.now
        // Read once, so that a reload changes nothing for a message that is being judged.
        let rules = rules.withLock { $0 }
        do throws(VerificationError) {
            let headers = try SignatureHeaders(head, bytes: bytes)
            let key = try rules.verifier.verify(
                id: bytes.extracting(headers.id),
                timestamp: bytes.extracting(headers.timestamp),
                signature: bytes.extracting(headers.signature),
                body: body,
                now: now.unixSeconds
            )
            guard rules.senders?.admits(client) != false else {
                let id = bytes.extracting(headers.id).text()
                return .now(inbox.refuseSender(endpoint: name, id: id, since: start))
            }
            let message = message(
                bytes.extracting(headers.id).text(),
                headers: keptHeaders(head, bytes: bytes),
                body: body,
                receivedAt: now,
                rules.registry
            )
            rules.count(key)
            inbox.append(message, verifiedBy: rules.verifier.matches[key], exchange: exchange, since: start)
            return .later
        } catch {
            return .now(refuse(error, head, bytes, by: rules, client: client, since: start))
        }
    }

    private func refuse(
        _ error: VerificationError,
        _ head: borrowing RequestHead,
        _ bytes: RawSpan,
        by rules: EndpointRules,
        client: ClientAddress,
        since start: ContinuousClock.Instant
    ) -> Response {
        inbox.refuse(
            error,
            endpoint: name,
            id: claimedID(head, bytes),
            mayBeSenders: rules.mayBeSenders(error, from: client),
            client: client,
            since: start
        )
    }

    /// The id that a refused request claims.
    private func claimedID(_ head: borrowing RequestHead, _ bytes: RawSpan) -> String? {
        guard case .single(let range) = head.field("webhook-id", in: bytes), !range.isEmpty else { return nil }
        return bytes.extracting(range).claimedID()
    }

    /// Stores a message that nobody has sent; it is not judged, since Polar's API has vouched for it.
    func recover(_ message: RecoveredMessage) async throws(StoreError) -> AppendOutcome {
        let registry = rules.withLock { $0 }.registry
        let new = self.message(
            message.webhookID,
            headers: message.origin.headers(apiVersion: message.apiVersion),
            body: message.body.utf8Span.span.bytes,
            receivedAt: inbox.clock.now,
            registry
        )
        return try await inbox.append(new, origin: message.origin)
    }

    private func message(
        _ id: String,
        headers: [MessageHeader],
        body: RawSpan,
        receivedAt: Date,
        _ registry: HandlerRegistry
    ) -> NewMessage {
        let envelope = Envelope.scan(body)
        return NewMessage(
            endpoint: name,
            webhookID: id,
            type: envelope.type,
            timestamp: envelope.timestamp,
            apiVersion: envelope.apiVersion ?? headers.first { $0.name == "webhook-api-version" }?.value,
            subject: envelope.subject,
            headers: headers,
            body: body.copied(),
            digest: inbox.duplicates == .idOrBody ? contentDigest(of: body) : nil,
            receivedAt: receivedAt,
            deliveries: registry.deliveries(type: envelope.type, subject: envelope.subject)
        )
    }

    private func keptHeaders(_ head: borrowing RequestHead, bytes: RawSpan) -> [MessageHeader] {
        var headers: [MessageHeader] = []
        for name in Self.keptFields {
            guard case .single(let range) = head.field(name, in: bytes) else { continue }
            headers.append(MessageHeader(name: "\(name)", value: bytes.extracting(range).text()))
        }
        return headers
    }
}
