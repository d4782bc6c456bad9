import Foundation

extension MemoryInbox {
    func nextAttemptDate(for handler: HandlerID) -> Date? {
        let due = deliveries.lazy.filter { $0.handler == handler && $0.isRunnable }.map(\.due).min()
        let awaited = lanes.filter { $0.key.handler == handler && !$0.value.waiting.isEmpty }
        let overtaking = awaited.values.compactMap { overtakingDate(of: $0.head) }.min()
        return [due, overtaking].compactMap(\.self).min()
    }

    func records(_ query: MessageQuery, _ page: MessagePage) -> [MessageRecord] {
        let rows =
            switch page.order {
            case .newestFirst: Array(entries.indices.reversed().drop { number($0) >= page.bound ?? .max })
            case .oldestFirst: Array(entries.indices.drop { number($0) <= page.bound ?? .min })
            }
        return Array(rows.lazy.map(record).filter(query.includes).prefix(max(0, page.limit)))
    }

    private func record(_ index: Int) -> MessageRecord {
        MessageRecord(
            row: number(index),
            message: StoredMessage(entries[index].message),
            deliveries: entries[index].deliveries.map { deliveries[$0].record }
        )
    }

    func body(ofMessage row: Int64) -> [UInt8]? {
        index(row, in: entries.indices).map { entries[$0].message.body }
    }

    func attempts(ofMessage row: Int64) -> [HandlerID: [AttemptRecord]] {
        guard let index = index(row, in: entries.indices) else { return [:] }
        let failed = entries[index].deliveries.map { deliveries[$0] }.filter { !$0.attempts.isEmpty }
        return Dictionary(failed.map { ($0.handler, $0.attempts) }, uniquingKeysWith: +)
    }
}

extension StoredMessage {
    fileprivate init(_ message: NewMessage) {
        self.init(
            endpoint: message.endpoint,
            webhookID: message.webhookID,
            type: message.type,
            timestamp: message.timestamp,
            apiVersion: message.apiVersion,
            subject: message.subject,
            headers: message.headers,
            receivedAt: message.receivedAt,
            bodySize: message.body.count
        )
    }
}
