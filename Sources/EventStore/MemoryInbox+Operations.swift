import Foundation

extension MemoryInbox {
    mutating func replay(
        messages rows: [Int64],
        handler: HandlerID?,
        states: Set<DeliveryState>,
        now: Date
    ) -> [HandlerID: Int] {
        var counts: [HandlerID: Int] = [:]
        for message in indices(of: rows) {
            for index in replayable(message, handler, states) {
                revive(index, now: now)
                counts[deliveries[index].handler, default: 0] += 1
            }
            if let handler, !deliveries(of: message, handler).isEmpty { continue }
            if let handler {
                let lane = entries[message].message.subject
                insert(NewDelivery(handler: handler, lane: lane), ofMessage: message, due: now)
                counts[handler, default: 0] += 1
            }
        }
        return counts
    }

    mutating func dismiss(messages rows: [Int64], handler: HandlerID?) -> Int {
        let dead = indices(of: rows).flatMap { deliveries(of: $0, handler) }.filter { deliveries[$0].state == .dead }
        for index in dead { deliveries[index].state = .dismissed }
        return dead.count
    }

    /// The indices of messages in order of arrival, each once.
    private func indices(of rows: [Int64]) -> [Int] {
        Set(rows).compactMap { index($0, in: entries.indices) }.sorted()
    }

    private func deliveries(of message: Int, _ handler: HandlerID?) -> [Int] {
        entries[message].deliveries.filter { handler == nil || deliveries[$0].handler == handler }
    }

    private func replayable(_ message: Int, _ handler: HandlerID?, _ states: Set<DeliveryState>) -> [Int] {
        deliveries(of: message, handler).filter { index in
            let state = deliveries[index].state
            return state != .running && (states.isEmpty || states.contains(state))
        }
    }
}
