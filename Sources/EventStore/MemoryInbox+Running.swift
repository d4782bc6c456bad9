import Foundation

extension MemoryInbox {
    mutating func claim(for handler: HandlerID, limit: Int, now: Date) -> [ClaimedDelivery] {
        overtakeFailingHeads(of: handler, now: now)
        let due = deliveries.indices.filter { index in
            let delivery = deliveries[index]
            return delivery.handler == handler && delivery.isRunnable && delivery.due <= now
        }
        let first = due.sorted { (deliveries[$0].due, $0) < (deliveries[$1].due, $1) }.prefix(max(0, limit))
        return first.map { index in
            deliveries[index].claim(now: now)
            return claimed(index)
        }
    }

    private func claimed(_ index: Int) -> ClaimedDelivery {
        let delivery = deliveries[index]
        let entry = entries[delivery.message]
        let message = entry.message
        return ClaimedDelivery(
            id: number(index),
            handler: delivery.handler,
            attempt: delivery.attempt,
            generation: delivery.generation,
            isStale: isStale(delivery),
            message: ClaimedDelivery.Message(
                endpoint: message.endpoint,
                webhookID: message.webhookID,
                type: message.type,
                headers: DeferredHeaders(message.headers),
                body: entry.body,
                receivedAt: message.receivedAt
            )
        )
    }

    private func isStale(_ delivery: StoredDelivery) -> Bool {
        guard let key = delivery.topicKey, let timestamp = entries[delivery.message].message.timestamp,
            let latest = latest[key]
        else { return false }
        return timestamp < latest
    }

    // MARK: Recording

    mutating func record(_ result: AttemptResult, of delivery: Int64, now: Date) {
        guard let index = index(delivery, in: deliveries.indices), deliveries[index].state == .running else { return }
        deliveries[index].apply(result, now: now)
        switch result {
        case .succeeded:
            keepTimestamp(of: deliveries[index])
            leaveLane(index)
        case .superseded, .dead: leaveLane(index)
        case .retry: overtakeIfFailing(index, now: now)
        case .returned: break
        }
    }

    mutating func keepTimestamp(of delivery: StoredDelivery) {
        guard let key = delivery.topicKey, let timestamp = entries[delivery.message].message.timestamp else { return }
        latest[key] = max(latest[key] ?? timestamp, timestamp)
    }

    // MARK: Recovering

    mutating func recover(now: Date) -> RecoverySummary {
        let running = deliveries.indices.filter { deliveries[$0].state == .running }
        for index in running {
            deliveries[index].recover(now: now)
            if deliveries[index].state == .dead { leaveLane(index) }
        }
        let crashed = running.count { deliveries[$0].state == .dead }
        return RecoverySummary(resumed: running.count - crashed, crashed: crashed)
    }
}
