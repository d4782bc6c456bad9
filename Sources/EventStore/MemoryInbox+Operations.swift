import Foundation

extension MemoryInbox {
    mutating func replay(messages rows: [Int64], _ rule: ReplayRule, now: Date) -> [HandlerID: Int] {
        var counts: [HandlerID: Int] = [:]
        for message in indices(of: rows) where !entries[message].message.isPruned {
            for handler in replay(message, rule, now: now) { counts[handler, default: 0] += 1 }
        }
        return counts
    }

    /// The handlers whose deliveries of a message are pending again.
    private mutating func replay(_ message: Int, _ rule: ReplayRule, now: Date) -> [HandlerID] {
        if rule.backfills, let handler = rule.handler, deliveries(of: message, handler).isEmpty {
            let delivery = NewDelivery(handler: handler, lane: entries[message].message.subject)
            add(StoredDelivery(delivery, message: message, due: now))
            return [handler]
        }
        let meant = entries[message].deliveries.filter { rule.takes(deliveries[$0].handler, deliveries[$0].state) }
        if let successor = rule.successor { return handOver(meant, to: successor, message: message, now: now) }
        for index in meant { revive(index, asNew: rule.asNew, now: now) }
        return meant.map { deliveries[$0].handler }
    }

    mutating func dismiss(messages rows: [Int64], handler: HandlerID?, states: Set<DeliveryState>) -> Int {
        let allowed = states.intersection(DeliveryState.dismissable)
        let dismissed = indices(of: rows).flatMap { deliveries(of: $0, handler) }
            .filter { allowed.contains(deliveries[$0].state) }
        for index in dismissed { dismiss(index) }
        return dismissed.count
    }

    private mutating func dismiss(_ index: Int) {
        deliveries[index].state = .dismissed
        if deliveries[index].place == .blocked { leaveLine(index) } else { leaveLane(index) }
    }

    /// Gives the successor a delivery of a message in the place of those that are selected.
    private mutating func handOver(_ selected: [Int], to successor: HandlerID, message: Int, now: Date) -> [HandlerID] {
        guard !selected.isEmpty else { return [] }
        for index in selected { dismiss(index) }
        if deliveries(of: message, successor).isEmpty {
            let delivery = NewDelivery(handler: successor, lane: entries[message].message.subject)
            add(StoredDelivery(delivery, message: message, due: now))
        }
        return [successor]
    }

    /// The indices of messages in order of arrival, each once.
    func indices(of rows: [Int64]) -> [Int] {
        Set(rows).compactMap { index($0, in: entries.indices) }.filter { !entries[$0].isRemoved }.sorted()
    }

    private func deliveries(of message: Int, _ handler: HandlerID?) -> [Int] {
        entries[message].deliveries.filter { handler == nil || deliveries[$0].handler == handler }
    }
}
