import Foundation

extension MemoryInbox {
    func nextAttemptDate(for handler: HandlerID, includingSlow: Bool) -> Date? {
        let runnable = deliveries.lazy.filter { $0.handler == handler && $0.isRunnable }
        let due = runnable.filter { includingSlow || !$0.isSlow }.map(\.due).min()
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
        return Array(rows.lazy.filter { includes($0, query) }.map(record).prefix(max(0, page.limit)))
    }

    private func includes(_ index: Int, _ query: MessageQuery) -> Bool {
        !entries[index].isRemoved && query.includes(record(index))
    }

    private func record(_ index: Int) -> MessageRecord {
        MessageRecord(
            row: number(index),
            message: entries[index].message,
            deliveries: entries[index].deliveries.map { deliveries[$0].record }
        )
    }

    func body(ofMessage row: Int64) -> [UInt8]? {
        indices(of: [row]).first.map { entries[$0].body }
    }

    func attempts(ofMessage row: Int64) -> [HandlerID: [AttemptRecord]] {
        guard let index = indices(of: [row]).first else { return [:] }
        let failed = entries[index].deliveries.map { deliveries[$0] }.filter { !$0.attempts.isEmpty }
        return Dictionary(failed.map { ($0.handler, $0.attempts) }, uniquingKeysWith: +)
    }

    var summary: InboxSummary {
        var summary = InboxSummary()
        var oldest: [HandlerID: Date] = [:]
        for entry in entries where !entry.isRemoved {
            let unfinished = entry.deliveries.map { deliveries[$0] }.filter { !$0.state.isFinal }
            for delivery in unfinished {
                summary.counts[delivery.handler, default: [:]][delivery.state, default: 0] += 1
            }
            for delivery in unfinished where delivery.state == .pending && oldest[delivery.handler] == nil {
                oldest[delivery.handler] = delivery.failingSince ?? delivery.due
            }
        }
        summary.oldestPendingArrival = oldest.values.min()
        return summary
    }

    var newestRows: [String: Int64] {
        let rows = entries.indices.filter { !entries[$0].isRemoved }.compactMap { index in
            entries[index].message.type.map { ($0, number(index)) }
        }
        return Dictionary(rows) { _, last in last }
    }
}

extension StoredMessage {
    init(_ message: NewMessage) {
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

    /// The message without its content.
    var pruned: StoredMessage {
        StoredMessage(
            endpoint: endpoint,
            webhookID: webhookID,
            type: type,
            timestamp: timestamp,
            apiVersion: apiVersion,
            subject: nil,
            headers: [],
            receivedAt: receivedAt,
            bodySize: 0,
            isPruned: true
        )
    }
}
