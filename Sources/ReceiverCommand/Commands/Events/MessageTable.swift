import EventStore
import PolarReceiver

/// Messages as lines for people: time, type, id, subject, and how far each delivery is.
enum MessageTable {
    static func line(_ record: MessageRecord) -> String {
        let message = record.message
        let columns = [
            "\(TimeText(message.receivedAt))", padded(message.type ?? "-", 22), message.webhookID,
            message.subject ?? "-", record.deliveries.map(text).joined(separator: " "),
        ]
        return columns.map(printable).joined(separator: "  ")
    }

    /// `log:succeeded`, `mail:pending(3)`, `mail:pending(waits)`.
    static func text(_ delivery: MessageRecord.Delivery) -> String {
        let note = delivery.isBlocked ? "(waits)" : delivery.attempt > 1 ? "(\(delivery.attempt))" : ""
        return "\(delivery.handler):\(delivery.state.rawValue)\(note)"
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    /// A text from outside as one line that cannot steer the terminal.
    static func printable(_ text: String) -> String { PrintableText.escaped(text) }
}
