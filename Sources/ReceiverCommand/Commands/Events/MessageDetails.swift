import EventStore

/// All about one message.
struct MessageDetails: Encodable {
    private enum Key: String, CodingKey {
        case message, headers, body_bytes, is_pruned, attempts, body
    }

    let record: MessageRecord
    let attempts: [HandlerID: [AttemptRecord]]

    /// The body, nil where it was not asked for.
    let body: [UInt8]?

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(MessageLine(record), forKey: .message)
        try container.encode(record.message.headers, forKey: .headers)
        try container.encode(record.message.bodySize, forKey: .body_bytes)
        try container.encode(record.message.isPruned, forKey: .is_pruned)
        let byHandler = attempts.map { ($0.key.rawValue, $0.value.map(AttemptLine.init)) }
        try container.encode(Dictionary(uniqueKeysWithValues: byHandler), forKey: .attempts)
        try container.encodeIfPresent(body.map { String(decoding: $0, as: UTF8.self) }, forKey: .body)
    }

    /// The same for people.
    var lines: [String] {
        (facts.map { "\($0.0): \($0.1)" } + headers + deliveries).map(MessageTable.printable)
            + (body.map { [String(decoding: $0, as: UTF8.self)] } ?? [])
    }

    private var facts: [(String, String)] {
        let message = record.message
        return [
            ("webhook id", message.webhookID), ("endpoint", message.endpoint), ("type", message.type ?? "-"),
            ("timestamp", message.timestamp.map { "\(TimeText($0))" } ?? "-"),
            ("api version", message.apiVersion ?? "-"), ("subject", message.subject ?? "-"),
            ("received", "\(TimeText(message.receivedAt))"),
            ("body", message.isPruned ? "pruned" : "\(message.bodySize) bytes"),
        ]
    }

    private var headers: [String] {
        record.message.headers.map { "header \($0.name): \($0.value)" }
    }

    private var deliveries: [String] {
        record.deliveries.flatMap { delivery in
            [
                "delivery \(MessageTable.text(delivery))\(delivery.nextAttemptAt.map { ", next at \(TimeText($0))" } ?? "")"
            ]
                + (attempts[delivery.handler] ?? []).map {
                    "  attempt \($0.attempt) failed at \(TimeText($0.endedAt)): \($0.error)"
                }
        }
    }
}

/// A failed attempt in ``MessageDetails``.
private struct AttemptLine: Encodable {
    private enum Key: String, CodingKey {
        case attempt, started_at, ended_at, error
    }

    private let record: AttemptRecord

    init(_ record: AttemptRecord) {
        self.record = record
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(record.attempt, forKey: .attempt)
        try container.encode(TimeText(record.startedAt), forKey: .started_at)
        try container.encode(TimeText(record.endedAt), forKey: .ended_at)
        try container.encode(record.error, forKey: .error)
    }
}
