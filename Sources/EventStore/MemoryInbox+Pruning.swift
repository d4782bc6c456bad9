import Foundation

extension MemoryInbox {
    mutating func prune(messages rows: [Int64], keepingIDsSince limit: Date) -> Int {
        indices(of: rows).count { prune($0, keepingIDsSince: limit) }
    }

    mutating func erase(messages rows: [Int64], keepingIDsSince limit: Date) -> Int {
        erasing.formUnion(indices(of: rows).filter { !entries[$0].message.isPruned })
        let done = erasing.filter(isDone)
        erasing.subtract(done)
        return done.count { !entries[$0].isRemoved && prune($0, keepingIDsSince: limit) }
    }

    private func isDone(_ message: Int) -> Bool {
        entries[message].deliveries.allSatisfy { deliveries[$0].state.isFinal }
    }

    /// False for a message that is not done, or was emptied before and is to stay.
    private mutating func prune(_ message: Int, keepingIDsSince limit: Date) -> Bool {
        guard isDone(message) else { return false }
        if entries[message].message.receivedAt < limit {
            remove(message)
        } else if !entries[message].prune() {
            return false
        }
        for delivery in entries[message].deliveries { clear(delivery) }
        return true
    }

    /// Takes from a delivery what tells of its message, and forgets its topic if no other delivery has it.
    private mutating func clear(_ index: Int) {
        let topic = deliveries[index].topicKey
        deliveries[index].clear()
        guard let topic, !deliveries.contains(where: { $0.topicKey == topic }) else { return }
        latest[topic] = nil
    }

    // MARK: Taking over

    mutating func restore(_ archived: [ArchivedMessage]) -> RestoreSummary {
        var stored = 0
        var handlers: Set<HandlerID> = []
        for archive in archived {
            guard let index = insert(Entry(archive)) else { continue }
            stored += 1
            for delivery in archive.deliveries {
                restore(delivery, archive.attempts[delivery.handler] ?? [], ofMessage: index)
                if delivery.state.isOpen { handlers.insert(delivery.handler) }
            }
            guard archive.message.isPruned else { continue }
            // An older version left more in an emptied message than this one.
            entries[index].clear()
            for delivery in entries[index].deliveries where deliveries[delivery].state.isFinal { clear(delivery) }
        }
        return RestoreSummary(stored: stored, handlers: handlers)
    }

    private mutating func restore(
        _ record: MessageRecord.Delivery,
        _ attempts: [AttemptRecord],
        ofMessage message: Int
    ) {
        let due = record.nextAttemptAt ?? entries[message].message.receivedAt
        let delivery = StoredDelivery(record, attempts, message: message, due: due)
        add(delivery)
        if delivery.state == .succeeded { keepTimestamp(of: delivery) }
    }
}
