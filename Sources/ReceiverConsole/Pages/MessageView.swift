import EventStore
import PolarReceiver

/// A message as templates show it.
enum MessageView {
    private static let headerLimit = 50

    /// The newest failed attempts of a delivery that are shown.
    private static let attemptLimit = 20

    /// A row of a listing.
    static func row(_ record: MessageRecord) -> [String: Any] {
        let message = record.message
        return [
            "row": record.row, "id": message.webhookID.cut(to: TextOf.idLimit),
            "type": message.type?.cut(to: TextOf.nameLimit) ?? "–",
            "subject": message.subject?.cut(to: TextOf.nameLimit) ?? "",
            "received": TextOf.timestamp(message.receivedAt), "received_short": TextOf.moment(message.receivedAt),
            "deliveries": record.deliveries.map(delivery),
        ]
    }

    /// A dead letter, with those of its deliveries that are dead.
    static func letter(_ record: MessageRecord) -> [String: Any] {
        let dead = record.deliveries.filter { $0.state == .dead }.map { delivery in
            [
                "handler": delivery.handler.rawValue.cut(to: TextOf.nameLimit), "attempt": delivery.attempt,
                "last_error": delivery.lastError?.cut(to: TextOf.errorLimit) ?? "–",
            ] as [String: Any]
        }
        return row(record).merging(["dead": dead]) { $1 }
    }

    /// Everything but the body.
    static func all(_ record: MessageRecord, _ attempts: [HandlerID: [AttemptRecord]]) -> [String: Any] {
        let message = record.message
        let more: [String: Any] = [
            "endpoint": message.endpoint, "timestamp": message.timestamp.map(TextOf.moment) ?? "–",
            "api_version": message.apiVersion?.cut(to: TextOf.nameLimit) ?? "–",
            "origin": message.origin?.rawValue ?? "–",
            "type": message.type?.cut(to: TextOf.errorLimit) ?? "–",
            "subject": message.subject?.cut(to: TextOf.errorLimit) ?? "", "subject_query": query(message.subject),
            "headers": message.headers.prefix(headerLimit).map { header in
                ["name": header.name.cut(to: TextOf.nameLimit), "value": header.value.cut(to: TextOf.errorLimit)]
            },
            "is_pruned": message.isPruned, "body_size": message.bodySize,
            "deliveries": record.deliveries.map { details($0, attempts[$0.handler] ?? [], record) },
        ]
        return row(record).merging(more) { $1 }
    }

    /// A link to a subject that is shown whole only.
    private static func query(_ subject: String?) -> String {
        guard let subject, subject.utf8.count <= TextOf.errorLimit else { return "" }
        return TextOf.query(subject)
    }

    /// `waits`, `succeeded`, `pending, attempt 3`.
    private static func delivery(_ delivery: MessageRecord.Delivery) -> [String: Any] {
        let note = delivery.isBlocked ? ", waits" : delivery.attempt > 1 ? ", attempt \(delivery.attempt)" : ""
        return [
            "handler": delivery.handler.rawValue.cut(to: TextOf.nameLimit), "state": delivery.state.rawValue,
            "text": delivery.state.rawValue + note,
        ]
    }

    private static func details(
        _ delivery: MessageRecord.Delivery,
        _ attempts: [AttemptRecord],
        _ record: MessageRecord
    ) -> [String: Any] {
        [
            "handler": delivery.handler.rawValue, "state": delivery.state.rawValue, "attempt": delivery.attempt,
            "next": delivery.nextAttemptAt.map(TextOf.moment) ?? "",
            "last_error": delivery.lastError?.cut(to: 4 * TextOf.errorLimit) ?? "",
            "is_blocked": delivery.isBlocked, "is_overtaken": delivery.isOvertaken,
            "has_attempts": !attempts.isEmpty, "earlier": attempts.count > attemptLimit,
            "attempts": attempts.suffix(attemptLimit).map { attempt in
                [
                    "attempt": "\(attempt.attempt)", "ended": TextOf.moment(attempt.endedAt),
                    "error": attempt.error.cut(to: TextOf.errorLimit),
                ]
            },
            "can_replay": delivery.state != .running && !record.message.isPruned,
            "can_dismiss": delivery.state == .dead,
        ]
    }
}
