import Foundation

extension MemoryInbox {
    mutating func claim(for handler: HandlerID, limit: Int, slowLimit: Int, now: Date) -> [ClaimedDelivery] {
        overtakeFailingHeads(of: handler, now: now)
        let due = deliveries.indices.filter { index in
            let delivery = deliveries[index]
            return delivery.handler == handler && delivery.isRunnable && delivery.due <= now
        }
        let sorted = due.sorted { (deliveries[$0].due, $0) < (deliveries[$1].due, $1) }
        var slowPlaces = max(0, slowLimit)
        let allowed = sorted.filter { index in
            guard deliveries[index].isSlow else { return true }
            slowPlaces -= 1
            return slowPlaces >= 0
        }
        return allowed.prefix(max(0, limit)).map { start($0, now: now) }
    }

    mutating func claimSuspect(of handlers: Set<HandlerID>, now: Date) -> ClaimedDelivery? {
        let suspects = deliveries.indices.filter { index in
            let delivery = deliveries[index]
            return delivery.isSuspect && delivery.isRunnable && handlers.contains(delivery.handler)
        }
        let last = suspects.max { left, right in
            let (date, other) = (deliveries[left].startedAt, deliveries[right].startedAt)
            return date == other ? left > right : date ?? .distantPast < other ?? .distantPast
        }
        return last.map { start($0, now: now) }
    }

    private mutating func start(_ index: Int, now: Date) -> ClaimedDelivery {
        deliveries[index].claim(now: now)
        return claimed(index)
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
            isSlow: delivery.isSlow,
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
        case .retry, .timedOut: overtakeIfFailing(index, now: now)
        case .returned: break
        }
    }

    mutating func keepTimestamp(of delivery: StoredDelivery) {
        guard let key = delivery.topicKey, let timestamp = entries[delivery.message].message.timestamp else { return }
        latest[key] = max(latest[key] ?? timestamp, timestamp)
    }

    mutating func noteOverdue(_ delivery: Int64, now: Date) {
        guard let index = index(delivery, in: deliveries.indices), deliveries[index].state == .running else { return }
        deliveries[index].overdueSince = now
    }

    // MARK: Recovering

    mutating func recover(harmless: Set<HandlerID>, now: Date) -> RecoverySummary {
        let running = deliveries.indices.filter { deliveries[$0].state == .running }
        let suspects = running.filter { !harmless.contains(deliveries[$0].handler) }
        for index in running {
            let isSuspect = !harmless.contains(deliveries[index].handler)
            deliveries[index].recover(isSuspect: isSuspect, isAlone: isSuspect && suspects.count == 1, now: now)
            if deliveries[index].state == .dead { leaveLane(index) }
        }
        for index in deliveries.indices { deliveries[index].beginAnew(ifSetBackTo: now) }
        let crashed = running.count { deliveries[$0].state == .dead }
        return RecoverySummary(
            resumed: running.count - crashed,
            suspects: suspects.count - crashed,
            crashed: crashed
        )
    }

    mutating func moveOpenDeliveries(by change: Duration, now: Date) {
        for index in deliveries.indices where deliveries[index].state.isOpen {
            deliveries[index].move(by: change / .seconds(1), now: now)
        }
    }
}
