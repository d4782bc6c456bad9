import Foundation

/// The messages and deliveries of a ``MemoryStore``.
struct MemoryInbox {
    /// Compares bytes, as a database does: texts that differ only in their Unicode form are two.
    private struct Key: Hashable {
        let endpoint: [UInt8]
        let webhookID: [UInt8]

        init(_ message: NewMessage) {
            endpoint = Array(message.endpoint.utf8)
            webhookID = Array(message.webhookID.utf8)
        }
    }

    private var messages: [NewMessage] = []
    private var indices: [Key: Int] = [:]
    private var deliveries: [StoredDelivery] = []

    // MARK: Appending

    mutating func append(_ message: NewMessage) -> AppendOutcome {
        let key = Key(message)
        if let index = indices[key] {
            return reviveDeadDeliveries(of: index, now: message.receivedAt)
        }
        let index = messages.count
        indices[key] = index
        messages.append(message)
        for handler in message.handlers {
            deliveries.append(StoredDelivery(message: index, handler: handler, due: message.receivedAt))
        }
        return .accepted
    }

    private mutating func reviveDeadDeliveries(of message: Int, now: Date) -> AppendOutcome {
        let dead = deliveries.indices.filter { deliveries[$0].message == message && deliveries[$0].state == .dead }
        for index in dead { deliveries[index].revive(now: now) }
        return dead.isEmpty ? .duplicate : .retrying(dead.map { deliveries[$0].handler })
    }

    // MARK: Running

    mutating func claim(for handler: HandlerID, limit: Int, now: Date) -> [ClaimedDelivery] {
        let due = deliveries.indices.filter { index in
            let delivery = deliveries[index]
            return delivery.handler == handler && delivery.state == .pending && delivery.due <= now
        }
        let first = due.sorted { (deliveries[$0].due, $0) < (deliveries[$1].due, $1) }.prefix(max(0, limit))
        return first.map { index in
            deliveries[index].claim()
            return claimed(index)
        }
    }

    private func claimed(_ index: Int) -> ClaimedDelivery {
        let delivery = deliveries[index]
        let message = messages[delivery.message]
        return ClaimedDelivery(
            id: Int64(index),
            handler: delivery.handler,
            attempt: delivery.attempt,
            message: ClaimedDelivery.Message(
                endpoint: message.endpoint,
                webhookID: message.webhookID,
                type: message.type,
                body: message.body,
                receivedAt: message.receivedAt
            )
        )
    }

    mutating func record(_ result: AttemptResult, of delivery: Int64) {
        guard let index = Int(exactly: delivery), deliveries.indices.contains(index),
            deliveries[index].state == .running
        else { return }
        deliveries[index].apply(result)
    }

    mutating func recover() -> RecoverySummary {
        let running = deliveries.indices.filter { deliveries[$0].state == .running }
        for index in running { deliveries[index].recover() }
        let crashed = running.count { deliveries[$0].state == .dead }
        return RecoverySummary(resumed: running.count - crashed, crashed: crashed)
    }

    // MARK: Reading

    func nextAttemptDate(for handler: HandlerID) -> Date? {
        deliveries.lazy.filter { $0.handler == handler && $0.state == .pending }.map(\.due).min()
    }

    func records(limit: Int) -> [MessageRecord] {
        messages.indices.suffix(max(0, limit)).reversed().map { index in
            let deliveries = deliveries.filter { $0.message == index }.map(\.record)
            return MessageRecord(message: messages[index], deliveries: deliveries)
        }
    }
}
