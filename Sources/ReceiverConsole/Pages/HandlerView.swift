import EventStore
import PolarReceiver

/// A handler as its template shows it.
enum HandlerView {
    static func values(_ handler: HandlerDescription, _ counts: [DeliveryState: Int]) -> [String: Any] {
        [
            "id": handler.id.rawValue.cut(to: TextOf.nameLimit), "id_query": TextOf.query(handler.id.rawValue),
            "module": handler.module,
            "events": handler.events.joined(separator: ", "),
            "restriction": handler.restriction?.joined(separator: ", ") ?? "",
            "ordering": handler.ordering == .bySubject ? "by subject" : "none",
            "concurrency": handler.concurrencyLimit, "timeout": "\(handler.timeout.components.seconds) s",
            "attempts": handler.maximumAttempts, "pending": counts[.pending] ?? 0, "running": counts[.running] ?? 0,
            "dead": counts[.dead] ?? 0,
        ]
    }
}
