package import EventStore

/// All about one message.
package struct MessageDetails: Encodable {
    private enum Key: String, CodingKey {
        case message, headers, body_bytes, is_pruned, attempts, body
    }

    package let record: MessageRecord
    package let attempts: [HandlerID: [AttemptRecord]]

    /// The body, nil where it was not asked for.
    package let body: [UInt8]?

    /// Makes details of what was read.
    package init(record: MessageRecord, attempts: [HandlerID: [AttemptRecord]], body: [UInt8]?) {
        self.record = record
        self.attempts = attempts
        self.body = body
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(MessageLine(record), forKey: .message)
        try container.encode(record.message.headers, forKey: .headers)
        try container.encode(record.message.bodySize, forKey: .body_bytes)
        try container.encode(record.message.isPruned, forKey: .is_pruned)
        let byHandler = attempts.map { ($0.key.rawValue, $0.value.map(AttemptLine.init)) }
        try container.encode(Dictionary(uniqueKeysWithValues: byHandler), forKey: .attempts)
        try container.encodeIfPresent(body.map { String(decoding: $0, as: UTF8.self) }, forKey: .body)
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
