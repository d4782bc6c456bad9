import EventStore
import PolarReceiver

/// A message as templates show it.
enum MessageView {
    /// A row of a listing.
    static func row(_ record: MessageRecord) -> [String: Any] {
        let message = record.message
        return [
            "row": record.row, "id": message.webhookID, "type": message.type ?? "–", "subject": message.subject ?? "",
            "received": TextOf.timestamp(message.receivedAt), "received_short": TextOf.moment(message.receivedAt),
            "deliveries": record.deliveries.map(delivery),
        ]
    }

    /// A dead letter, with those of its deliveries that are dead.
    static func letter(_ record: MessageRecord) -> [String: Any] {
        let dead = record.deliveries.filter { $0.state == .dead }.map { delivery in
            [
                "handler": delivery.handler.rawValue, "attempt": delivery.attempt,
                "last_error": delivery.lastError ?? "–",
            ] as [String: Any]
        }
        return row(record).merging(["dead": dead]) { $1 }
    }

    /// Everything but the body.
    static func all(_ record: MessageRecord, _ attempts: [HandlerID: [AttemptRecord]]) -> [String: Any] {
        let message = record.message
        let more: [String: Any] = [
            "endpoint": message.endpoint, "timestamp": message.timestamp.map(TextOf.moment) ?? "–",
            "api_version": message.apiVersion ?? "–", "origin": message.origin?.rawValue ?? "–",
            "subject_query": TextOf.query(message.subject ?? ""),
            "headers": message.headers.map { ["name": $0.name, "value": $0.value] },
            "is_pruned": message.isPruned, "body_size": message.bodySize,
            "deliveries": record.deliveries.map { details($0, attempts[$0.handler] ?? [], record) },
        ]
        return row(record).merging(more) { $1 }
    }

    /// `waits`, `succeeded`, `pending, attempt 3`.
    private static func delivery(_ delivery: MessageRecord.Delivery) -> [String: Any] {
        let note = delivery.isBlocked ? ", waits" : delivery.attempt > 1 ? ", attempt \(delivery.attempt)" : ""
        return [
            "handler": delivery.handler.rawValue, "state": delivery.state.rawValue,
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
            "next": delivery.nextAttemptAt.map(TextOf.moment) ?? "", "last_error": delivery.lastError ?? "",
            "is_blocked": delivery.isBlocked, "is_overtaken": delivery.isOvertaken,
            "has_attempts": !attempts.isEmpty,
            "attempts": attempts.map {
                ["attempt": "\($0.attempt)", "ended": TextOf.moment($0.endedAt), "error": $0.error]
            },
            "can_replay": delivery.state != .running && !record.message.isPruned,
            "can_dismiss": delivery.state == .dead,
        ]
    }
}
