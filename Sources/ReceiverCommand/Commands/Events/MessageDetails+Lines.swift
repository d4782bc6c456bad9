import EventStore
import Foundation
import PolarReceiver

extension MessageDetails {
    /// The same for people, but for the body.
    var lines: [String] {
        (facts.map { "\($0.0): \($0.1)" } + headers + deliveries).map(MessageTable.printable)
    }

    private var facts: [(String, String)] {
        let message = record.message
        return [
            ("webhook id", message.webhookID), ("endpoint", message.endpoint), ("type", message.type ?? "-"),
            ("timestamp", message.timestamp.map { "\(TimeText($0))" } ?? "-"),
            ("api version", message.apiVersion ?? "-"), ("subject", message.subject ?? "-"),
            ("received", "\(TimeText(message.receivedAt))"),
            ("origin", message.origin?.rawValue ?? "-"),
            ("body", message.isPruned ? "pruned" : Counted.text(message.bodySize, "byte")),
        ]
    }

    private var headers: [String] {
        record.message.headers.map { "header \($0.name): \($0.value)" }
    }

    private static func note(_ delivery: MessageRecord.Delivery) -> String {
        if let date = delivery.nextAttemptAt { return ", next at \(TimeText(date))" }
        guard let date = delivery.overdueSince else { return "" }
        let seconds = Int64(exactly: (-date.timeIntervalSinceNow).rounded()) ?? 0
        return ", exceeded its time-out and ignores its cancellation since \(max(0, seconds)) s"
    }

    private var deliveries: [String] {
        record.deliveries.flatMap { delivery in
            [
                "delivery \(MessageTable.text(delivery))\(Self.note(delivery))"
            ]
                + (attempts[delivery.handler] ?? []).map {
                    "  attempt \($0.attempt) failed at \(TimeText($0.endedAt)): \($0.error)"
                }
        }
    }
}
