import Foundation

extension MemoryInbox {
    mutating func prune(messages rows: [Int64], keepingIDsSince limit: Date) -> Int {
        indices(of: rows).count { index in
            guard entries[index].deliveries.allSatisfy({ deliveries[$0].state.isFinal }) else { return false }
            if entries[index].message.receivedAt < limit {
                remove(index)
                return true
            }
            return entries[index].prune()
        }
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
