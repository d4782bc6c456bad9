import EventStore
import Foundation
import PolarReceiver

/// A message in a listing, with the row by which it is asked for.
struct RowLine: Encodable {
    private enum Key: String, CodingKey {
        case row
    }

    let record: MessageRecord

    init(_ record: MessageRecord) {
        self.record = record.shortened
    }

    func encode(to encoder: any Encoder) throws {
        try MessageLine(record).encode(to: encoder)
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(record.row, forKey: .row)
    }
}

/// A handler and what it has to do.
struct HandlerLine: Encodable {
    let id: String
    let module: String
    let events: [String]
    let only: [String]?
    let ordering: String
    let concurrency: Int
    let timeout_seconds: Int64
    let attempts: Int
    let deliveries: [String: Int]

    init(_ handler: HandlerDescription, _ counts: [DeliveryState: Int]) {
        id = handler.id.rawValue
        module = handler.module
        events = handler.events
        only = handler.restriction
        ordering = handler.ordering == .bySubject ? "by_subject" : "none"
        concurrency = handler.concurrencyLimit
        timeout_seconds = handler.timeout.components.seconds
        attempts = handler.maximumAttempts
        deliveries = Self.deliveries(counts)
    }

    static func deliveries(_ counts: [DeliveryState: Int]) -> [String: Int] {
        let states = DeliveryState.allCases.filter { !$0.isFinal }
        return Dictionary(uniqueKeysWithValues: states.map { ($0.rawValue, counts[$0] ?? 0) })
    }
}

/// An event type that has arrived.
struct TypeLine: Encodable {
    let type: String
    let is_known: Bool
    let newest_row: Int64
    let newest_received_at: TimeText
    let unknown_fields: [String]
    let problem: String?

    init(_ newest: NewestOfType) {
        type = newest.type
        is_known = newest.isKnown
        newest_row = newest.record.row
        newest_received_at = TimeText(newest.record.message.receivedAt)
        unknown_fields = newest.drift?.fields ?? []
        problem = newest.drift?.problem
    }
}

/// The event types that have arrived, and how many more there are.
struct TypeLines: Encodable {
    let types: [TypeLine]
    let more: Int
}

/// How receiver and endpoints fare.
struct StatusLine: Encodable {
    struct Endpoint: Encodable {
        let name: String
        let path: String
        let last_accepted_at: TimeText?
        let silence_seconds: Int
        let accepted_in_last_hour: Int
        let consecutive_refusals: Int
        let failing_messages: Int
        let refusals: [String: Int]
        let secret_uses: [String: Int]
    }

    let version: String
    let started_at: TimeText
    let deliveries: [String: Int]
    let oldest_pending_delivery_age_seconds: Int
    let free_bytes: Int64?
    let endpoints: [Endpoint]

    init(_ context: ConsoleContext, _ summary: InboxSummary) {
        let now = context.clock.now
        version = context.version
        started_at = TimeText(context.startedAt)
        let counts = DeliveryState.allCases.map { ($0, summary.count($0)) }
        deliveries = HandlerLine.deliveries(Dictionary(uniqueKeysWithValues: counts))
        let oldest = summary.oldestPendingArrival.map { now.timeIntervalSince($0) } ?? 0
        oldest_pending_delivery_age_seconds = Int(max(0, oldest))
        free_bytes = context.freeBytes()
        endpoints = context.receiver.endpointStatus.map { status in
            Endpoint(
                name: status.name,
                path: status.path,
                last_accepted_at: status.lastAccepted.map(TimeText.init),
                silence_seconds: Int(max(0, now.timeIntervalSince(status.silentSince))),
                accepted_in_last_hour: status.acceptedPerMinute(at: now).reduce(0, +),
                consecutive_refusals: status.consecutiveRefusals,
                failing_messages: status.failingMessages,
                refusals: status.refusals,
                secret_uses: Dictionary(status.secretUses.map { ("\($0.key)", $0.value) }, uniquingKeysWith: +)
            )
        }
    }
}

/// In bytes, for texts of messages in the API.
private let limit = 4_000

extension AttemptRecord {
    /// The attempt with no more than the beginning of a long error.
    var shortened: AttemptRecord {
        AttemptRecord(attempt: attempt, startedAt: startedAt, endedAt: endedAt, error: error.cut(to: limit))
    }
}

extension MessageRecord {
    /// The record with no more than the beginnings of long texts, so that a listing of many stays small.
    var shortened: MessageRecord {
        let short = StoredMessage(
            endpoint: message.endpoint,
            webhookID: message.webhookID.cut(to: limit),
            type: message.type?.cut(to: limit),
            timestamp: message.timestamp,
            apiVersion: message.apiVersion?.cut(to: limit),
            subject: message.subject?.cut(to: limit),
            headers: message.headers.map { header in
                MessageHeader(name: header.name.cut(to: limit), value: header.value.cut(to: limit))
            },
            receivedAt: message.receivedAt,
            bodySize: message.bodySize,
            isPruned: message.isPruned
        )
        let deliveries = deliveries.map { delivery in
            Delivery(
                handler: delivery.handler,
                state: delivery.state,
                attempt: delivery.attempt,
                nextAttemptAt: delivery.nextAttemptAt,
                lastError: delivery.lastError?.cut(to: limit),
                lane: delivery.lane?.cut(to: limit),
                topic: delivery.topic?.cut(to: limit),
                generation: delivery.generation,
                isBlocked: delivery.isBlocked,
                isOvertaken: delivery.isOvertaken
            )
        }
        return MessageRecord(row: row, message: short, deliveries: deliveries)
    }
}
